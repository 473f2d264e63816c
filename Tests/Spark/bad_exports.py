"""Spoils the exports of the library project in every way that sets records apart or is remarked."""

import pathlib
import sys

exports = pathlib.Path(sys.argv[1]) / "inputs/exports"


def add(path, *lines, end=b"\n"):
    file = exports / path
    content = file.read_bytes()
    file.write_bytes(content + b"".join(line + end for line in lines))


# Lines 1 to 9 are as they should be but for one thing each; the rest are about several records.
add(
    "loans/2023/central.csv",
    b"L00901,M0005,2023-02-30,,Central library,Book,no,0",  # no such day
    b"L00902,M0005,2023-03-01,,Centraal,Book,no,0",  # no such code
    b'"L00903",M0005,2023-03-01,,"  CENTRAL\xc2\xa0library ",Book,no,0',  # another spelling
    b"L00904,M0005,2023-03-01,,Central library,Book,no,-1",  # too small
    b"L00905,M0005,2023-03-01,,Central library,Book,no,99",  # improbable
    b"L00906,M5,2023-03-01,,Central library,Book,no,0",  # no identifier
    b"L00907,M0005,,,Central library,Book,no,0",  # nothing where something must be
    b"L00908,M0005,2023-03-01,,Central library,Book,no,0,",  # a delimiter too much
    b"L00909,M0005,2023-03-01,Central library,Book,no,0",  # a field too few
    b'L00910,M0005,2023-03-01,,Central "library",Book,no,0',  # a quote in a field
    b"L00911,M0005,2023-03-01,2023-02-01,Central library,Book,no,0",  # dates out of order
    b"L00912,M0005,2021-03-01,,Central library,Book,no,0",  # a year that was not delivered
    b"L00913,M0005,2022-03-01,,Central library,Book,no,0",  # another year that was
    b"L00914,M0005,2023-03-01,,Harbour,Book,no,0",  # another file's member
    b",,,,,,,",  # nothing at all
    b"loan_id,member_id,lent,returned,branch,item,first_loan,renewals",  # the header again
    b"L00915,M9999,2023-03-01,,Central library,Book,no,0",  # a member that is not there
    b"L00916,M0005,2023-03-02,,Central library,Book,yes,0",  # a second mark
    b"L00917,M0005,2023-03-03,,Central library,Book,no,0",  # the same record twice
    b"L00917,M0005,2023-03-03,,Central library,Book,no,0",
    b"L00918,M0005,2023-03-04,,Central library,Book,no,0",  # one key, two contents
    b"L00918,M0005,2023-03-05,,Central library,Book,no,0",
    b'L00919,M0005,2023-03-06,,"Central\nlibrary",Book,no,0',  # a line break in quotes
    b'L00920,M0005,2023-03-06,,"Central ""library""",Book,no,0',  # doubled quotes
    b"L00921,M0005,2023-03-06,,someone@example.org,Book,no,0",  # an address
    b"L00922,M0005,2023-03-06,,+32 470 12 34 56,Book,no,0",  # a telephone number
    b"L00923,M0005,2023-03-06,,85.07.30-033 28,Book,no,0",  # a national register number
    b"L00924,M0005,2023-03-06,,Central\xe2\x80\x8b library,Book,no,0",  # cannot be seen
    b"L00925,M0005,2023-03-06,,  ,Book,no,0",  # blanks only
    b"L00926,M0005,2023-03-06,,Central library,Book,no,1e2",  # not written as a number is
    b"L00927,M0005,2023-03-06,,Central library,Book,no,99999999999999999999",  # more than 64 bits
    b"L00928,M0005,06/03/2023,,Central library,Book,no,0",  # another notation
    b"L00929,M0005,2023-03-06,,Central library,Book\r,no,0",  # a carriage return
    b"l00930,M0005,2023-03-06,,Central library,Book,no,0",  # small letters
)
# Two files with columns in another order, and one that ends without a line end.
order = exports / "loans/2022/harbour.csv"
rows = [line.split(b",") for line in order.read_bytes().splitlines()]
order.write_bytes(b"\n".join(b",".join(reversed(row)) for row in rows))
# Windows-1252: spellings of an open list, and text that was read in another encoding once.
add(
    "members/2023/register.csv",
    b"M0901;02/02/2023;Harbour;01/02/1990;LI\xc8GE",
    b"M0902;02/02/2023;Harbour;01/02/1990;\xa0li\xe8ge ",
    b"M0903;02/02/2023;Harbour;01/02/1990;Li\xc3\xa8ge",
    b"M0904;02/02/2023;Harbour;03/02/2023;Ghent",
    b"M0905;02/02/2023;Harbour;31/02/1990;Ghent",
    b"M0906;02/02/2023;Harbour;01/02/1990;\xa0",
    b"M0907;02/02/2023;Harbour;29/02/2000;Gh3nt 0470/12.34.56",
    end=b"\r\n",
)
# Cut off within the last line end.
add("members/2023/register.csv", b"M0908;02/02/2023;Harbour;01/02/1990;Ghent", end=b"\r")
