import Exports
import Findings
import Schemas
import TestSupport
import Testing

@Suite struct RecordReaderTests {
  private func read(
    _ text: String, delimiter: Character = ";", hasHeader: Bool = true
  ) throws -> (records: [[String]], lines: [Int], findings: [String], isUsable: Bool) {
    try read(Array(text.utf8), delimiter: delimiter, hasHeader: hasHeader)
  }

  private func read(
    _ bytes: [UInt8], delimiter: Character = ";", hasHeader: Bool = true,
    encoding: TextEncoding = .utf8
  ) throws -> (records: [[String]], lines: [Int], findings: [String], isUsable: Bool) {
    let folder = try ExportFolder()
    let path = try folder.write(bytes, to: "a.csv")
    let dialect = Dialect(
      delimiter: delimiter.asciiValue ?? 0, encoding: encoding, hasByteOrderMark: true)
    var records: [RecordReader.Record] = []
    let (isUsable, findings) = RecordReader(path: path, dialect: dialect, hasHeader: hasHeader)
      .read { records.append($0) }
    let texts = findings.map { $0.description.replacing("\(folder.path)/", with: "") }
    return (records.map(\.fields), records.map(\.line), texts, isUsable)
  }

  @Test func `a quote that is never closed is named where it opens`() throws {
    let found = try read("a;b\n1;2\n3;\"x\n4;5\n6;7\n")
    #expect(
      found.findings == [
        """
        a.csv:3:3: error: the quote that opens here is not closed to the end of the file, \
        expected a closing quote [unterminated-quote]
          fix: close the quote and deliver the file again; the records after it were not read
        """
      ])
    #expect(found.records == [["a", "b"], ["1", "2"]])
    #expect(!found.isUsable)
  }

  @Test func `text after a closing quote stops the file`() throws {
    let found = try read("a;b\n\"x\ny\"z;2\n3;4\n")
    #expect(
      found.findings == [
        """
        a.csv:3:3: error: text follows a closing quote that was opened on line 2, expected a \
        delimiter or a line end [text-after-quote]
          fix: double the quotes inside quoted fields and deliver the file again; the records after \
        it were not read
        """
      ])
    #expect(found.records == [["a", "b"]])
  }

  @Test func `lines that end in carriage returns are counted between quotes too`() throws {
    let found = try read("a;b\r1;\"x\ry\"\r2\r3;4\r")
    #expect(found.records == [["a", "b"], ["1", "x\ry"], ["2"], ["3", "4"]])
    #expect(found.lines == [1, 2, 4, 5])
    #expect(found.findings.contains { $0.hasPrefix("a.csv:4:1: error: found 1 field") })
    // In a file with line feeds a carriage return between quotes is a character.
    #expect(try read("a;b\n1;\"x\ry\"\n2\n").lines == [1, 2, 3])
  }

  @Test(arguments: ["a;b\r\n1;2\r", "a;b\n1;2\r", "a;b\n1;\"2\"\r"])
  func `a file that ends within its last line end may be cut off`(text: String) throws {
    let found = try read(text)
    #expect(found.records == [["a", "b"], ["1", "2"]])
    #expect(
      found.findings.filter { $0.contains("warning") } == [
        """
        a.csv:2:1: warning: the file ends between CR and LF, expected a complete line end \
        [possibly-truncated]
          fix: look whether the export was written completely
        """
      ])
    #expect(try read(text + "\n").findings.allSatisfy { !$0.contains("warning") })
    #expect(try read(String(text.dropLast())).findings.allSatisfy { !$0.contains("warning") })
  }

  @Test func `columns without a name are named by their number, not called duplicates`() throws {
    func warnings(_ header: String) throws -> [String] {
      let rest = header.map { $0 == ";" ? ";" : "" }.joined()
      return try read("\(header)\n1\(rest)\n").findings.filter { $0.contains("warning") }
    }
    #expect(
      try warnings("a;;c") == [
        """
        a.csv:1:3: warning: column 2 has no name, expected a name [unnamed-column]
          fix: look which is meant; a column without a name is told by its number
        """
      ])
    #expect(
      try warnings(";; ") == [
        """
        a.csv:1:1: warning: 3 columns have no name, column 1 is the first, expected names \
        [unnamed-column]
          fix: look which is meant; a column without a name is told by its number
        """
      ])
  }

  @Test func `a name in quotes is no sign of another delimiter`() throws {
    #expect(try read("\"a,b\"\n\"1,2\"\n").findings.isEmpty)
    #expect(try read("a,b\n1,2\n").findings.count == 1)
  }

  @Test func `a header between the records is remarked, and read as the record that it can be`()
    throws
  {
    let found = try read("a;b\n1;2\na;b\n3;4\na;b\n")
    #expect(found.records.count == 5)
    #expect(
      found.findings == [
        """
        a.csv:3:1: warning: 2 records are the same as the header, expected data [repeated-header]
          fix: look whether the file was put together from several
        """
      ])
    #expect(try read("a\na\n").findings.isEmpty)
    #expect(try read(";\n;\n").findings.allSatisfy { !$0.contains("repeated-header") })
  }

  @Test(arguments: ["a,\"b\"\n1,\"2\"\n", "\"a\",\"b\"\n1,2\n"])
  func `another delimiter is named where the header has quotes`(text: String) throws {
    let found = try read(text)
    #expect(!found.isUsable)
    #expect(
      found.findings == [
        """
        a.csv:1:1: error: cannot be divided by ';' where it has quotes, expected a header that can; \
        with ',' there are 2 columns [wrong-dialect]
          fix: name the delimiter
        """
      ])
  }

  @Test func `empty lines at the end of one column could be records, and are no note then`() throws
  {
    #expect(
      try read("a\n1\n\n").findings.map { $0.contains("warning: ends with 1 empty line") } == [true]
    )
    #expect(try read("a;b\n1;2\n\n").findings.map { $0.contains("note: ends with") } == [true])
  }

  @Test func `tens of thousands of findings in one file all come, in the order of the lines`()
    throws
  {
    let lines = (1...25_000).map { $0.isMultiple(of: 5) ? "1;2" : "1" }
    let folder = try ExportFolder()
    let path = try folder.write(
      Array(("a;b\n" + lines.joined(separator: "\n") + "\n").utf8), to: "a.csv")
    var apart: [Int] = []
    let (isUsable, findings) = RecordReader(
      path: path, dialect: Dialect(delimiter: UInt8(ascii: ";"))
    ).read { if $0.isSetApart { apart.append($0.line) } }
    let expected = lines.indices.filter { lines[$0] == "1" }.map { $0 + 2 }
    #expect(isUsable)
    #expect(findings.map(\.location.line) == expected)
    #expect(apart == expected)
  }

  @Test func `quotes escaped by a backslash are recognised in the error`() throws {
    let found = try read("a;b\n1;\"zei \\\"ja\\\"\"\n")
    #expect(found.findings[0].contains("(quotes seem to be escaped by a backslash)"))
  }

  @Test func `a quote within a field sets its record apart and no other`() throws {
    let found = try read("a;b\n1;5\" pipe\n2;x\n3;\"y;\"\n")
    #expect(
      found.findings == [
        """
        a.csv:2:4: error: a field holds a quote and does not begin with one, expected quotes \
        around the whole field [quote-in-field]
          fix: quote the field and double the quotes in it; the record was set apart
        """
      ])
    #expect(found.records.last == ["3", "y;"])
  }

  @Test func `too few and too many fields are counted`() throws {
    let found = try read("a;b\n1\n2;3;4\n5;6\n")
    #expect(
      found.findings == [
        """
        a.csv:2:1: error: found 1 field, expected 2 [field-count]
          fix: look for a delimiter or line break that is not quoted; the record was set apart
        """,
        """
        a.csv:3:1: error: found 3 fields, expected 2 [field-count]
          fix: look for a delimiter or line break that is not quoted; the record was set apart
        """,
      ])
  }

  @Test func `a delimiter at the end of every record is one finding`() throws {
    let found = try read("a;b\n1;2;\n3;4;\n")
    #expect(
      found.findings == [
        """
        a.csv:2:1: error: 2 records from here on end with a delimiter that the header does not \
        have, expected as many fields as in the header [trailing-delimiter]
          fix: deliver the file without it, or with quotes around a field that holds a \
        delimiter; the records were set apart
        """
      ])
  }

  @Test func `a byte that is no UTF-8 is named with line and column`() throws {
    let found = try read(Array("a;b\né;x\nLi".utf8) + [0xE8] + Array("ge;y\n".utf8))
    #expect(
      found.findings == [
        """
        a.csv:3:3: error: byte E8 is not UTF-8, expected UTF-8; the file looks like Windows-1252 \
        [undecodable]
          fix: change the declared encoding or the export; the file was not counted
        """
      ])
  }

  @Test func `a file that ends within a character was cut off`() throws {
    let found = try read(Array("a;b\n1;2\n3;".utf8) + [0xC3])
    #expect(
      found.findings == [
        """
        a.csv:3:3: error: ends within a character, expected a complete file [truncated-export]
          fix: deliver the file again
        """
      ])
  }

  @Test func `a byte that Windows-1252 does not define is named`() throws {
    let found = try read([0x61, 0x0A, 0xE9, 0x81, 0x0A], encoding: .windows1252)
    #expect(
      found.findings == [
        """
        a.csv:2:2: error: byte 81 is not defined in Windows-1252, expected Windows-1252 \
        [undecodable]
          fix: change the declared encoding or the export; the file was not counted
        """
      ])
  }

  @Test func `UTF-8 in a file declared as Windows-1252 is noticed`() throws {
    let found = try read(Array("a;b\nLiège;x\n".utf8), encoding: .windows1252)
    #expect(
      found.findings == [
        """
        a.csv:2: warning: the text looks like UTF-8, expected Windows-1252 as declared \
        [other-encoding]
          fix: change the declared encoding if the system of record has changed its export
        """
      ])
  }

  @Test(arguments: [
    ([0x1F, 0x8B, 8, 0] as [UInt8], "a gzip file"),
    ([0x50, 0x4B, 3, 4], "a zip file or an Excel workbook"),
    (Array("<!DOCTYPE html><html>".utf8), "a web page, perhaps of a session that had ended"),
    ([0xFF, 0xFE, 0x61, 0, 0x3B, 0], "UTF-16"),
    (
      [0x61, 0, 0x3B, 0, 0x62, 0, 0x0A, 0],
      "UTF-16 without a byte-order mark, every second byte is zero"
    ),
  ])
  func `a file that is something else is one finding that says what`(
    _ bytes: [UInt8], _ name: String
  ) throws {
    let found = try read(bytes)
    #expect(
      found.findings == [
        """
        a.csv: error: looks like \(name), expected delimited text in utf-8 [other-format]
          fix: save or export it again as CSV
        """
      ])
  }

  @Test(arguments: ["", "\u{FEFF}", "\n\n\r\n"])
  func `a file with nothing in it is refused`(_ text: String) throws {
    let found = try read(text)
    #expect(found.findings.count == 1)
    #expect(found.findings[0].contains("is empty, expected a header and records [empty-file]"))
  }

  @Test func `zeros at the end say that the file was not written completely`() throws {
    let found = try read(Array("a;b\n1;2\n".utf8) + Array(repeating: 0, count: 512))
    #expect(
      found.findings == [
        """
        a.csv:3:1: error: ends with 512 zero bytes: the file was not written completely, \
        expected records [truncated-export]
          fix: deliver the file again
        """
      ])
  }

  @Test func `an empty line between records is a warning, at the end a note`() throws {
    let found = try read("a;b\n1;2\n\n3;4\n\n\n")
    #expect(
      found.findings == [
        """
        a.csv:3:1: warning: is empty, expected a record [empty-line]
          fix: remove the line; it is not counted
        """,
        """
        a.csv:5:1: note: ends with 2 empty lines, expected none [empty-line]
          fix: none, empty lines are not counted
        """,
      ])
    #expect(found.records == [["a", "b"], ["1", "2"], ["3", "4"]])
  }

  @Test func `mixed line ends are read alike and noted`() throws {
    let found = try read("a;b\r\n1;2\n3;4\r\n")
    #expect(found.records == [["a", "b"], ["1", "2"], ["3", "4"]])
    #expect(
      found.findings == [
        """
        a.csv: note: has lines that end in LF and lines that end in CR LF, expected one of them \
        [mixed-line-ends]
          fix: none, both are read
        """
      ])
  }

  @Test func `a record longer than the limit ends with a finding that names it`() throws {
    let found = try read("a;b\n1;" + String(repeating: "x", count: 2 << 20) + "\n")
    #expect(
      found.findings == [
        """
        a.csv:2:1: error: the record has more than 1 MiB, expected a line end within 1 MiB \
        [record-too-long]
          fix: look whether the file is delimited text
        """
      ])
  }

  @Test func `carriage returns alone end lines, but those in quotes stay`() throws {
    let found = try read("a;b\r1;\"2\r3\"\r")
    #expect(found.records == [["a", "b"], ["1", "2\r3"]])
    #expect(found.findings[0].contains("has lines that end in carriage returns only"))
  }

  @Test func `a carriage return in a name of a file with line feeds is refused`() throws {
    let found = try read("a\rb;c\n1;2\n")
    #expect(found.findings[0].contains("has carriage returns in a name of the header"))
  }

  @Test func `quoted delimiters, quotes and line breaks are read as they are`() throws {
    let found = try read("a;b\n\"x;\"\"y\"\"\r\nz\";2\n3;4")
    #expect(found.records == [["a", "b"], ["x;\"y\"\r\nz", "2"], ["3", "4"]])
    #expect(found.lines == [1, 2, 4])
    #expect(found.findings == [])
  }

  @Test func `without a header the first record is one`() throws {
    let found = try read("1,2\n3,4\n", delimiter: ",", hasHeader: false)
    #expect(found.records == [["1", "2"], ["3", "4"]])
    #expect(found.findings == [])
  }

  @Test func `Windows-1252 is decoded`() throws {
    let found = try read([0x61, 0x0A, 0x80, 0xE9, 0x0A], encoding: .windows1252)
    #expect(found.records == [["a"], ["€é"]])
  }
}
