-- The cells of the yearly dashboards that are not those of the annual report, for 2019.

CREATE TABLE cells (figure VARCHAR, row_label VARCHAR, column_label VARCHAR, value DOUBLE);

-- Interpreting by sector, over two years.
CREATE VIEW requests AS SELECT sector, tolkvorm, status, year FROM tolkaanvragen;
CREATE VIEW by_sector AS SELECT coalesce(sector, 'Totaal') AS sector, year, count(*) AS n,
    count(*) FILTER (status = 'niet beantwoord') AS unanswered
  FROM requests GROUP BY GROUPING SETS ((sector, year), (year));
INSERT INTO cells SELECT 'sectoren', sector, year, n FROM by_sector;
INSERT INTO cells SELECT 'sectoren', now.sector, '2019 t.o.v. 2018 (%)',
    100.0 * (now.n - before.n) / before.n
  FROM by_sector AS now JOIN by_sector AS before ON now.sector = before.sector
  WHERE now.year = 2019 AND before.year = 2018;
INSERT INTO cells SELECT 'aandelen', s.sector, s.year || ' / Aandeel', 100.0 * s.n / w.n
  FROM by_sector AS s JOIN by_sector AS w ON w.year = s.year AND w.sector = 'Totaal'
  WHERE s.sector <> 'Totaal';
INSERT INTO cells SELECT 'vormen', coalesce(sector, 'Totaal'), coalesce(tolkvorm, 'Totaal'), count(*)
  FROM requests WHERE year = 2019 GROUP BY CUBE (sector, tolkvorm);
INSERT INTO cells SELECT 'niet-beantwoord', sector, year || ' / ' || col, value FROM by_sector,
  LATERAL (VALUES ('Niet beantwoord', unanswered * 1.0), ('Aandeel', 100.0 * unanswered / n))
    AS c(col, value);

-- The helpdesk: questions by channel and month, and themes of two years.
CREATE VIEW questions AS SELECT *, strptime(datum, '%d/%m/%Y')::DATE AS day FROM helpdeskvragen
  WHERE kanaal <> '';
INSERT INTO cells SELECT 'maanden', coalesce(kanaal, 'Totaal'),
    ['jan', 'feb', 'mrt', 'apr', 'mei', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dec'][m] || ' 2019',
    count(*)
  FROM (SELECT kanaal, month(day) AS m FROM questions WHERE year(day) = 2019)
  GROUP BY GROUPING SETS ((kanaal, m), (m));
INSERT INTO cells SELECT 'themas-vorig-jaar', theme, t.year || ' / ' || col, value FROM
  (SELECT year, theme, count(*) AS n FROM
    (SELECT DISTINCT vraag_id, year, unnest(string_split(themas, '|')) AS theme FROM questions)
    WHERE theme <> '' GROUP BY year, theme) AS t
  JOIN (SELECT year, count(*) AS whole FROM questions GROUP BY year) AS w ON w.year = t.year,
  LATERAL (VALUES ('Aantal', n * 1.0), ('Aandeel', 100.0 * n / whole)) AS c(col, value);
