-- The cells of the reports for a month or a quarter, by the rules of counting, straight from the
-- deliveries. `reported(first, last)` holds the first and last month of the period, from 1, in 2019.
-- Labels are those that are printed.

CREATE TABLE cells (figure VARCHAR, row_label VARCHAR, column_label VARCHAR, value DOUBLE);

CREATE MACRO day(x) AS
  coalesce(try_strptime(x, '%Y-%m-%d'), try_strptime(x, '%d/%m/%Y'))::DATE;
CREATE MACRO month_name(m) AS ['januari', 'februari', 'maart', 'april', 'mei', 'juni', 'juli',
  'augustus', 'september', 'oktober', 'november', 'december'][m];
CREATE MACRO short_name(m) AS ['jan', 'feb', 'mrt', 'apr', 'mei', 'jun', 'jul', 'aug', 'sep', 'okt',
  'nov', 'dec'][m];
CREATE MACRO part_name(f, l) AS CASE WHEN f = l THEN month_name(l)
  ELSE ['eerste', 'tweede', 'derde', 'vierde'][l // 3] || ' kwartaal' END;

-- What the columns are about: a label, the first day, and the day after the last one.
CREATE VIEW period AS SELECT make_date(2019, first, 1) AS since,
    (make_date(2019, last, 1) + INTERVAL 1 MONTH)::DATE AS until, last, last - first + 1 AS months,
    first FROM reported;
CREATE VIEW named AS SELECT *, part_name(first, last) || ' 2019' AS name,
    part_name(first, last) || ' 2018' AS last_year, (since - to_months(months))::DATE AS before_since
  FROM period;
CREATE VIEW spans AS
  SELECT name AS label, since, until FROM named
  UNION ALL SELECT part_name(month(before_since), month(before_since) + months - 1) || ' '
      || year(before_since), before_since, since FROM named
  UNION ALL SELECT last_year, (since - INTERVAL 1 YEAR)::DATE, (until - INTERVAL 1 YEAR)::DATE
    FROM named
  UNION ALL SELECT 'tot en met ' || name, DATE '2019-01-01', until FROM named
  UNION ALL SELECT 'tot en met ' || last_year, DATE '2018-01-01',
      (until - INTERVAL 1 YEAR)::DATE FROM named;
CREATE VIEW months AS
  SELECT short_name(month(since)) || ' ' || year(since) AS label, since,
    (since + INTERVAL 1 MONTH)::DATE AS until FROM
  (SELECT (until - to_months(back))::DATE AS since FROM period, range(1, 14) AS r(back));

-- One row for each record that counts: the figure, its row in the table, the row of the overview.
CREATE TABLE events AS
  SELECT 'instroom' AS figure, area(werkingsgebied) AS row_label, 'Instroom' AS overview,
    day(instroomdatum) AS day, doelgroep AS target FROM instroom
  UNION ALL SELECT 'aanmeldingen', area(werkingsgebied), 'Eerste aanmeldingen',
    day(aanmeldingsdatum), doelgroep FROM aanmeldingen WHERE eerste_aanmelding = 'ja'
  UNION ALL SELECT 'contracten', area(werkingsgebied), 'Eerste inburgeringscontracten',
    day(ondertekeningsdatum),
      CASE doelgroep WHEN 'Niet bepaald' THEN 'Nader te bepalen' ELSE doelgroep END
    FROM contracten WHERE eerste_contract = 'ja'
  UNION ALL SELECT 'attesten', area(werkingsgebied), 'Inburgeringsattesten', day(uitreikingsdatum), ''
    FROM attesten WHERE attesttype = 'inburgeringsattest'
  UNION ALL SELECT 'cursussen-mo', area(werkingsgebied), 'Gestarte cursussen MO', day(startdatum), ''
    FROM cursussen_mo
  UNION ALL SELECT 'cursisten-mo', area(werkingsgebied), 'Gestarte cursisten MO', day(startdatum), ''
    FROM cursisten_mo WHERE eerste_deelname = 'ja'
  UNION ALL SELECT 'nt2-testen', organisatie, 'Testen NT2', day(testdatum), '' FROM testen_nt2
  UNION ALL SELECT 'helpdesk', CASE regio_vraagsteller WHEN '' THEN 'Niet ingevuld'
      ELSE regio_vraagsteller END, 'Helpdeskvragen', day(datum), '' FROM helpdeskvragen
    WHERE kanaal <> ''
  UNION ALL SELECT 'tolken', tolkvorm, 'Aanvragen tolken en vertalen', day(aanvraagdatum), ''
    FROM tolkaanvragen
  -- These stand in the overview only.
  UNION ALL SELECT '', '', 'Vrijstellingsattesten', day(uitreikingsdatum), '' FROM attesten
    WHERE attesttype = 'vrijstellingsattest'
  UNION ALL SELECT '', '', 'Inbreuken doorgestuurd naar de handhaving', day(vaststellingsdatum), ''
    FROM inbreuken WHERE doorgestuurd = 'ja'
  UNION ALL SELECT '', '', 'Besluiten MO', day(besluitdatum), '' FROM besluiten_mo
  UNION ALL SELECT '', '', 'Instroom van minderjarigen', day(instroomdatum), ''
    FROM instroom_minderjarigen
  UNION ALL SELECT '', '', 'Gesprekken NT2', day(gesprekdatum), '' FROM gesprekken
  UNION ALL SELECT '', '', 'Vormingen integratie', day(datum), '' FROM vormingen
    WHERE dienst = 'integratie'
  UNION ALL SELECT '', '', 'Begeleidingen integratie', day(startdatum), '' FROM begeleidingen
    WHERE dienst = 'integratie' AND vorm IN ('leertraject', 'werksessie')
  UNION ALL SELECT '', '', 'Beantwoorde aanvragen', day(aanvraagdatum), '' FROM tolkaanvragen
    WHERE status IN ('volbracht', 'niet volbracht');

-- Counts: a row without records has a counted zero.
CREATE VIEW lines AS
  SELECT figure, row_label, day FROM events WHERE figure <> ''
  UNION ALL SELECT figure, 'Totaal', day FROM events WHERE figure <> ''
  UNION ALL SELECT 'overzicht', overview, day FROM events
  UNION ALL SELECT figure || '-doelgroep', CASE target WHEN '' THEN 'Niet ingevuld' ELSE target END, day
    FROM events WHERE figure IN ('instroom', 'aanmeldingen', 'contracten')
  UNION ALL SELECT figure || '-doelgroep', 'Totaal', day FROM events
    WHERE figure IN ('instroom', 'aanmeldingen', 'contracten');
CREATE TABLE rows_shown AS SELECT DISTINCT figure, row_label FROM lines;
CREATE TABLE counted AS
  SELECT r.figure, r.row_label, s.label, count(l.day) AS n FROM rows_shown AS r CROSS JOIN spans AS s
    LEFT JOIN lines AS l ON l.figure = r.figure AND l.row_label = r.row_label
      AND l.day >= s.since AND l.day < s.until
    GROUP BY ALL;
INSERT INTO cells SELECT figure, row_label, label, n FROM counted;
INSERT INTO cells SELECT r.figure || '-verloop', r.row_label, s.label, count(l.day)
  FROM rows_shown AS r CROSS JOIN months AS s
  LEFT JOIN lines AS l ON l.figure = r.figure AND l.row_label = r.row_label
    AND l.day >= s.since AND l.day < s.until
  WHERE r.figure IN ('instroom', 'aanmeldingen', 'contracten', 'cursisten-mo', 'tolken')
  GROUP BY ALL;

-- The change of the year to date, and the expected year with its range: the estimates of three
-- methods from the one full year before, in whole numbers.
CREATE VIEW years AS
  SELECT c.figure, c.row_label, c.n AS to_date, p.n AS same, w.whole, period.last FROM counted AS c
    JOIN named ON c.label = 'tot en met ' || name CROSS JOIN period
    JOIN counted AS p ON p.figure = c.figure AND p.row_label = c.row_label
      AND p.label = 'tot en met ' || last_year
    JOIN (SELECT r.figure, r.row_label, count(l.day) AS whole FROM rows_shown AS r LEFT JOIN lines AS l
        ON l.figure = r.figure AND l.row_label = r.row_label AND year(l.day) = 2018 GROUP BY ALL) AS w
      ON w.figure = c.figure AND w.row_label = c.row_label;
INSERT INTO cells SELECT figure, row_label, 'Verschil (%)', 100.0 * (to_date - same) / same
  FROM years WHERE same > 0;
INSERT INTO cells SELECT figure, row_label, label, value FROM
  (SELECT figure, row_label, round(to_date * whole / same) AS share, to_date + whole - same AS rest,
    round(to_date * 12 / last) AS evenly FROM years WHERE same > 0),
  LATERAL (VALUES ('Verwacht 2019', share), ('Laagst verwacht', least(share, rest, evenly)),
    ('Hoogst verwacht', greatest(share, rest, evenly))) AS v(label, value);

-- Stocks on the last day; none before 2019.
INSERT INTO cells SELECT 'lopende-contracten', coalesce(area, 'Totaal'), label, count(*) FROM
  (SELECT area(werkingsgebied) AS area, s.label, ondertekeningsdatum, einddatum
    FROM contracten CROSS JOIN spans AS s
    WHERE s.label NOT LIKE 'tot %' AND s.until > '2019-01-01'
      AND day(ondertekeningsdatum) < s.until
      AND (coalesce(einddatum, '') = '' OR day(einddatum) >= s.until))
  GROUP BY GROUPING SETS ((area, label), (label));

-- Persons: once in a cell, once in a total, once in a year to date.
CREATE VIEW conversations AS SELECT area(werkingsgebied) AS area, persoon_id, day(gesprekdatum) AS day
  FROM gesprekken WHERE gesprektype = 'NT2-gesprek';
INSERT INTO cells SELECT 'nt2-personen', coalesce(area, 'Totaal'), label, count(DISTINCT persoon_id)
  FROM conversations JOIN spans ON day >= since AND day < until
  GROUP BY GROUPING SETS ((area, label), (label));
INSERT INTO cells SELECT 'overzicht', 'Personen met een NT2-gesprek', column_label, value
  FROM cells WHERE figure = 'nt2-personen' AND row_label = 'Totaal';

-- The MO dashboard.
CREATE VIEW courses AS SELECT area(werkingsgebied) AS area, day(startdatum) AS day,
    day(einddatum) AS ended, plaatsen::INT AS places FROM cursussen_mo;
CREATE VIEW enrolments AS SELECT persoon_id, day(startdatum) AS day FROM cursisten_mo;
INSERT INTO cells SELECT 'plaatsen-mo', coalesce(area, 'Totaal'), label, sum(places)
  FROM courses JOIN spans ON day >= since AND day < until
  GROUP BY GROUPING SETS ((area, label), (label));
INSERT INTO cells SELECT 'duur-mo', coalesce(area, 'Totaal'), label, avg(ended - day)
  FROM courses JOIN spans ON day >= since AND day < until WHERE ended IS NOT NULL
  AND label LIKE 'tot %' GROUP BY GROUPING SETS ((area, label), (label));
CREATE VIEW course_totals AS SELECT label, count(*) AS courses, sum(places) AS places,
    avg(ended - day) AS duration FROM courses JOIN spans ON day >= since AND day < until GROUP BY label;
CREATE VIEW enrolment_totals AS SELECT label, count(*) AS enrolled FROM enrolments
  JOIN spans ON day >= since AND day < until GROUP BY label;
-- For each person: the first contract marked as first; then the first start on or after it.
CREATE VIEW waits AS SELECT c.day, min(e.day) - c.day AS waited FROM
  (SELECT persoon_id, min(day(ondertekeningsdatum)) AS day FROM contracten
    WHERE eerste_contract = 'ja' GROUP BY persoon_id) AS c
  JOIN enrolments AS e ON e.persoon_id = c.persoon_id AND e.day >= c.day GROUP BY c.persoon_id, c.day;
INSERT INTO cells SELECT 'verhoudingen-mo', row_label, label, value FROM
  course_totals JOIN enrolment_totals USING (label)
    JOIN (SELECT label, avg(waited) AS waited FROM waits JOIN spans ON day >= since AND day < until
      GROUP BY label) USING (label),
  LATERAL (VALUES ('Cursisten per cursus', enrolled / courses), ('Plaatsen per cursus', places / courses),
    ('Inschrijvingen per plaats', enrolled / places), ('Duur van een cursus in dagen', duration),
    ('Dagen tussen contract en start', waited)) AS v(row_label, value);
INSERT INTO cells SELECT 'overzicht-mo', row_label, label, value FROM
  course_totals JOIN enrolment_totals USING (label),
  LATERAL (VALUES ('Cursusplaatsen', places), ('Inschrijvingen', enrolled)) AS v(row_label, value);
INSERT INTO cells SELECT 'overzicht-mo', CASE row_label WHEN 'Gestarte cursussen MO'
    THEN 'Gestarte cursussen' WHEN 'Gestarte cursisten MO' THEN 'Gestarte cursisten' ELSE 'Besluiten' END,
    column_label, value FROM cells
  WHERE figure = 'overzicht' AND row_label IN ('Gestarte cursussen MO', 'Gestarte cursisten MO',
    'Besluiten MO');

-- The certificates of the monitor, and the rows of the data report.
CREATE VIEW certificates AS SELECT CASE attesttype
    WHEN 'vrijstellingsattest' THEN 'Vrijstellingsattesten'
    WHEN 'inburgeringsattest' THEN 'Inburgeringsattesten'
    WHEN 'attest van opschorting' THEN 'Attesten van opschorting'
    ELSE 'Bewijzen van regelmatige deelname' END AS kind, day(uitreikingsdatum) AS day FROM attesten;
INSERT INTO cells SELECT 'attesten-soort', kind, label, count(*)
  FROM certificates JOIN spans ON day >= since AND day < until GROUP BY kind, label;
CREATE TABLE core AS SELECT unnest(['Instroom', 'Eerste aanmeldingen',
  'Eerste inburgeringscontracten', 'Inburgeringsattesten', 'Gestarte cursisten MO',
  'Personen met een NT2-gesprek', 'Vormingen integratie', 'Helpdeskvragen',
  'Aanvragen tolken en vertalen']) AS row_label;
INSERT INTO cells SELECT 'kerntaken', row_label, column_label, value FROM cells JOIN core USING (row_label)
  WHERE figure = 'overzicht' AND (column_label LIKE 'tot %' OR column_label LIKE 'Verschil%');
INSERT INTO cells SELECT 'kerntaken', 'Signalen en klachten', label, count(*)
  FROM (SELECT day(datum) AS day FROM klachten) JOIN spans ON day >= since AND day < until
  WHERE label LIKE 'tot %' GROUP BY label;
INSERT INTO cells SELECT 'kerntaken', 'Lopende contracten op de laatste dag', 'tot en met ' || name, value
  FROM cells JOIN named ON column_label = name
  WHERE figure = 'lopende-contracten' AND row_label = 'Totaal';
-- The last six periods of the report's kind.
CREATE VIEW series AS SELECT CASE WHEN months = 1 THEN short_name(month(since)) || ' ' || year(since)
    ELSE part_name(month(since), month(since) + months - 1) || ' ' || year(since) END AS label, since,
    (since + to_months(months))::DATE AS until
  FROM (SELECT (since - to_months(months * back))::DATE AS since, months FROM period, range(0, 6) AS r(back));
INSERT INTO cells SELECT 'kerntaken-verloop', r.row_label, s.label, count(l.day)
  FROM rows_shown AS r JOIN core USING (row_label) CROSS JOIN series AS s
  LEFT JOIN lines AS l ON l.figure = r.figure AND l.row_label = r.row_label
    AND l.day >= s.since AND l.day < s.until
  WHERE r.figure = 'overzicht' GROUP BY ALL;
