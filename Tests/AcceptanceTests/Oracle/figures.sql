-- The cells of the report for which there are exports, by the rules of counting, straight from the
-- deliveries. Each statement names the figure it is about; labels are those that are printed.

CREATE TABLE cells (figure VARCHAR, row_label VARCHAR, column_label VARCHAR, value DOUBLE);

-- Figures 1 and 2: inflow by area and year.
CREATE VIEW inflow AS SELECT area(werkingsgebied) AS area, year, doelgroep, persoon_id FROM instroom;
INSERT INTO cells SELECT f, coalesce(area, 'Totaal'), year, n FROM
  (SELECT area, year, count(*) AS n FROM inflow GROUP BY GROUPING SETS ((area, year), (year))),
  (VALUES ('1'), ('2')) AS figures(f) WHERE f = '1' OR area IS NOT NULL;

-- Figures 4, 5, 7 and 8: first registrations and contracts.
CREATE VIEW firsts AS
  SELECT ['4', '5'] AS figures, area(werkingsgebied) AS area, year, doelgroep, persoon_id
    FROM aanmeldingen WHERE eerste_aanmelding = 'ja'
  UNION ALL SELECT ['7', '8'], area(werkingsgebied), year, doelgroep, persoon_id
    FROM contracten WHERE eerste_contract = 'ja';
INSERT INTO cells SELECT f, coalesce(area, 'Totaal'), year, n FROM
  (SELECT unnest(figures) AS f, area, year, n FROM
    (SELECT figures, area, year, count(*) AS n FROM firsts
      GROUP BY GROUPING SETS ((figures, area, year), (figures, year))))
  WHERE f IN ('4', '7') OR area IS NOT NULL;

-- Figures 3, 6 and 9: the target groups' shares of 2019, in percent.
INSERT INTO cells SELECT f, area, doelgroep, 100.0 * n / sum(n) OVER (PARTITION BY f, area) FROM
  (SELECT f, coalesce(area, 'Totaal') AS area, doelgroep, count(*) AS n FROM
    (SELECT '3' AS f, area, doelgroep FROM inflow WHERE year = 2019
     UNION ALL SELECT CASE figures[1] WHEN '4' THEN '6' ELSE '9' END, area, doelgroep
       FROM firsts WHERE year = 2019)
    GROUP BY GROUPING SETS ((f, area, doelgroep), (f, doelgroep)));

-- Figure 10: the cohort of 2019, by the area of the inflow.
CREATE VIEW cohort AS
  SELECT area, persoon_id, persoon_id IN (
      SELECT persoon_id FROM contracten WHERE eerste_contract = 'ja' AND year = 2019) AS signed
    FROM inflow WHERE year = 2019;
INSERT INTO cells SELECT '10', coalesce(area, 'Totaal'), col, value FROM
  (SELECT area, count(DISTINCT persoon_id) FILTER (signed) AS joined, count(DISTINCT persoon_id) AS n
    FROM cohort GROUP BY GROUPING SETS ((area), ())),
  LATERAL (VALUES ('Eerste ondertekend contract én eerst ingestroomd in 2019', joined * 1.0),
    ('Eerst ingestroomd in 2019', n * 1.0), ('Aandeel', 100.0 * joined / n)) AS columns(col, value);

-- Figures 11 and 12: contracts that run on 31 December 2019.
CREATE VIEW running AS SELECT area(werkingsgebied) AS area,
    CASE doelgroep WHEN 'Rechthebbend' THEN 'Recht' WHEN 'Verplicht' THEN 'Plicht'
      ELSE 'Niet bepaald' END AS target
  FROM contracten WHERE ondertekeningsdatum <= '2019-12-31'
    AND (coalesce(einddatum, '') = '' OR einddatum > '2019-12-31');
INSERT INTO cells SELECT '11', coalesce(area, 'Totaal'), coalesce(target, 'Totaal'), count(*)
  FROM running GROUP BY CUBE (area, target);

-- Figures 13 to 20: files, certificates, breaches and tests by area and year.
CREATE VIEW yearly AS
  SELECT '13' AS f, area(werkingsgebied) AS area, year FROM diplomagelijkschakelingen
  UNION ALL SELECT CASE attesttype WHEN 'vrijstellingsattest' THEN '14'
      WHEN 'inburgeringsattest' THEN '15' WHEN 'attest van opschorting' THEN '16' ELSE '17' END,
    area(werkingsgebied), year FROM attesten
  UNION ALL SELECT '18', area(werkingsgebied), year FROM inbreuken WHERE doorgestuurd = 'ja'
  UNION ALL SELECT '19', area(werkingsgebied), year FROM vrijstellingstoetsen
  UNION ALL SELECT '22', area(werkingsgebied), year FROM cursussen_mo
  UNION ALL SELECT '24', area(werkingsgebied), year FROM cursisten_mo WHERE eerste_deelname = 'ja';
INSERT INTO cells SELECT f, coalesce(area, 'Totaal'), year, count(*)
  FROM yearly GROUP BY GROUPING SETS ((f, area, year), (f, year));

-- Figure 21: results of the tests of 2019.
INSERT INTO cells SELECT '21', coalesce(area, 'Totaal'), coalesce(resultaat, 'Totaal'), count(*)
  FROM (SELECT area(werkingsgebied) AS area, resultaat FROM vrijstellingstoetsen WHERE year = 2019)
  GROUP BY CUBE (area, resultaat);

-- Figures 23, 25 and 26: courses and participants by language.
INSERT INTO cells SELECT '23', coalesce(label, 'Totaal'), year, count(*)
  FROM cursussen_mo JOIN languages ON fold(tolktaal) = key WHERE coalesce(tolktaal, '') <> ''
  GROUP BY GROUPING SETS ((label, year), (year));
INSERT INTO cells SELECT '25', coalesce(label, 'Totaal'), coalesce(area, 'Totaal'), count(*)
  FROM (SELECT label, area(werkingsgebied) AS area FROM cursisten_mo JOIN languages
    ON fold(taal) = key WHERE year = 2019 AND eerste_deelname = 'ja') GROUP BY CUBE (label, area);
INSERT INTO cells SELECT '26', p.label, p.area, p.n / c.n FROM
  (SELECT coalesce(label, 'Totaal') AS label, area, count(*) AS n FROM (SELECT label,
      area(werkingsgebied) AS area FROM cursisten_mo JOIN languages ON fold(taal) = key
      WHERE year = 2019) GROUP BY GROUPING SETS ((label, area), (area))) AS p
  JOIN (SELECT coalesce(label, 'Totaal') AS label, area, count(*) AS n FROM (SELECT label,
      area(werkingsgebied) AS area FROM cursussen_mo JOIN languages ON fold(taal) = key
      WHERE year = 2019) GROUP BY GROUPING SETS ((label, area), (area))) AS c
  USING (label, area);

-- Figure 27: decisions, as numbers and as shares of the year.
INSERT INTO cells SELECT '27', coalesce(besluit, 'Totaal'), col, value FROM
  (SELECT besluit, year, count(*) AS n, 100.0 * count(*) / (SELECT count(*) FROM besluiten_mo AS d
      WHERE d.year = besluiten_mo.year) AS share
    FROM besluiten_mo GROUP BY GROUPING SETS ((besluit, year), (year))),
  LATERAL (VALUES (year || ' / Aantal', n * 1.0), (year || ' / Procent', share)) AS c(col, value);

-- Figures 28 and 37: persons, once in each area and once in the total.
INSERT INTO cells SELECT f, coalesce(area, 'Totaal'), year, count(DISTINCT persoon_id) FROM
  (SELECT '28' AS f, area(werkingsgebied) AS area, year, persoon_id FROM gesprekken
     WHERE gesprektype = 'NT2-gesprek'
   UNION ALL SELECT '37', area(werkingsgebied), year, persoon_id FROM toeleidingen_onderwijs)
  GROUP BY GROUPING SETS ((f, area, year), (f, year));

-- Figure 29: conversations in the five areas of the agency.
INSERT INTO cells SELECT '29', coalesce(area, 'Totaal'), coalesce(gesprektype, 'Totaal'), count(*)
  FROM (SELECT area(werkingsgebied) AS area, gesprektype FROM gesprekken WHERE year = 2019)
  WHERE area NOT IN ('Brussel', 'Stad Antwerpen', 'Stad Gent') GROUP BY CUBE (area, gesprektype);

-- Figures 31, 32, 34 and 35: tests, advices, language tests and minors.
INSERT INTO cells SELECT '31', coalesce(organisatie, 'Totaal'), coalesce(testtype, 'Totaal'), count(*)
  FROM testen_nt2 WHERE year = 2019 GROUP BY CUBE (organisatie, testtype);
INSERT INTO cells SELECT '32', coalesce(area, 'Totaal'), coalesce(advies, 'Totaal'), count(*)
  FROM (SELECT area(werkingsgebied) AS area, advies FROM adviezen_nt2 WHERE year = 2019)
  GROUP BY CUBE (area, advies);
INSERT INTO cells SELECT '33', coalesce(aanbodverstrekker, 'Totaal'), year, sum(aantal::BIGINT)
  FROM inschrijvingen_nt2 GROUP BY GROUPING SETS ((aanbodverstrekker, year), (year));
INSERT INTO cells SELECT '34', coalesce(taaltesttype, 'Totaal'), year, count(*)
  FROM taaltesten GROUP BY GROUPING SETS ((taaltesttype, year), (year));
CREATE VIEW minors AS SELECT area(werkingsgebied) AS area, year,
    CASE WHEN age <= 5 THEN '2 - 5 jaar' WHEN age <= 11 THEN '6 - 11 jaar'
      ELSE '12 - 18 jaar' END AS band
  FROM (SELECT *, date_diff('year', geboortedatum::DATE, instroomdatum::DATE)
      - (strftime(instroomdatum::DATE, '%m%d') < strftime(geboortedatum::DATE, '%m%d'))::INT AS age
    FROM instroom_minderjarigen);
INSERT INTO cells SELECT '35', coalesce(area, 'Totaal'), coalesce(band, 'Totaal'), count(*)
  FROM minors WHERE year = 2019 GROUP BY CUBE (area, band);
INSERT INTO cells SELECT '36', band, year, count(*) FROM minors GROUP BY band, year;

-- Figure 42: requests for interpreting of 2019, and what became of them.
CREATE VIEW requests AS SELECT tolkvorm, unnest(
    CASE status WHEN 'niet beantwoord' THEN ['Vraag', 'Niet beantwoord', 'Niet beantwoord / '
        || CASE reden WHEN 'andere reden' THEN 'Andere reden' ELSE 'Tolk/taal niet beschikbaar' END]
      WHEN 'volbracht' THEN ['Vraag', 'Beantwoord', 'Beantwoord / Volbracht']
      ELSE ['Vraag', 'Beantwoord', 'Beantwoord / Niet volbracht'] END) AS line
  FROM tolkaanvragen WHERE year = 2019;
INSERT INTO cells SELECT '42', line, coalesce(tolkvorm, 'Totaal'), count(*)
  FROM requests GROUP BY GROUPING SETS ((line, tolkvorm), (line));

-- Figures 46 to 49: questions of 2019; an empty record is no question.
CREATE VIEW questions AS SELECT * FROM helpdeskvragen WHERE kanaal <> '';
INSERT INTO cells SELECT '46', 'Totaal', year, count(*) FROM questions GROUP BY year;
INSERT INTO cells SELECT f, coalesce(line, 'Totaal'), col, value FROM
  (SELECT f, line, count(*) AS n FROM
    (SELECT '47' AS f, CASE regio_vraagsteller WHEN '' THEN 'Niet ingevuld'
       ELSE regio_vraagsteller END AS line FROM questions WHERE year = 2019
     UNION ALL SELECT '48', CASE categorie_vraagsteller WHEN '' THEN 'Niet ingevuld'
       ELSE categorie_vraagsteller END FROM questions WHERE year = 2019
     UNION ALL SELECT '49', CASE WHEN sector_vraagsteller <> '' THEN sector_vraagsteller
       ELSE 'Niet ingevulde sector bij professionals' END FROM questions WHERE year = 2019
       AND (sector_vraagsteller <> '' OR categorie_vraagsteller LIKE '%professional'))
    GROUP BY GROUPING SETS ((f, line), (f))),
  LATERAL (VALUES ('Totaal', n * 1.0), ('Aandeel', 100.0 * n /
    (SELECT count(*) FROM questions WHERE year = 2019))) AS c(col, value);

-- The overview: totals of the agency by year.
INSERT INTO cells SELECT 'kerncijfers', line, year, n FROM (
  SELECT 'Inburgering / Eerste aanmeldingen' AS line, year, count(*) AS n FROM aanmeldingen
    WHERE eerste_aanmelding = 'ja' GROUP BY year
  UNION ALL SELECT 'Inburgering / Eerste inburgeringscontracten', year, count(*) FROM contracten
    WHERE eerste_contract = 'ja' GROUP BY year
  UNION ALL SELECT 'Inburgering / Gestarte cursussen MO', year, count(*) FROM cursussen_mo
    GROUP BY year
  UNION ALL SELECT 'Inburgering / Gestarte cursisten MO', year, count(*) FROM cursisten_mo
    WHERE eerste_deelname = 'ja' GROUP BY year
  UNION ALL SELECT 'Inburgering / Inburgeringsattesten', year, count(*) FROM attesten
    WHERE attesttype = 'inburgeringsattest' GROUP BY year
  UNION ALL SELECT 'Inburgering / Toeleidingen minderjarigen', year, sum(n) FROM
    (SELECT year, count(DISTINCT persoon_id) AS n FROM toeleidingen_onderwijs
      WHERE area(werkingsgebied) NOT LIKE 'Stad %' GROUP BY year, area(werkingsgebied)) GROUP BY year
  UNION ALL SELECT 'Nederlands als tweede taal / Gesprekken', year, count(*) FROM gesprekken
    WHERE area(werkingsgebied) NOT IN ('Brussel', 'Stad Antwerpen', 'Stad Gent') GROUP BY year
  UNION ALL SELECT 'Nederlands als tweede taal / Testen', year, count(*) FROM testen_nt2
    WHERE organisatie = 'AgII' GROUP BY year
  UNION ALL SELECT 'Nederlands als tweede taal / Inschrijvingen (Vlaanderen en Brussel)', year,
    sum(aantal::BIGINT) FROM inschrijvingen_nt2 GROUP BY year
  UNION ALL SELECT 'Nederlands als tweede taal / Certificerende taaltesten', year, count(*)
    FROM taaltesten GROUP BY year
  UNION ALL SELECT 'Integratiewerk – Taalbeleid en Taalpromotie / Vormingen', year, count(*)
    FROM vormingen WHERE dienst = 'integratie' GROUP BY year
  UNION ALL SELECT 'Integratiewerk – Taalbeleid en Taalpromotie / Ingeschreven deelnemers', year,
    sum(replace(deelnemers, '.', '')::BIGINT) FROM vormingen WHERE dienst = 'integratie' GROUP BY year
  UNION ALL SELECT 'Integratiewerk – Taalbeleid en Taalpromotie / Begeleidingen', year, count(*)
    FROM begeleidingen WHERE dienst = 'integratie' AND vorm <> 'advies' GROUP BY year
  UNION ALL SELECT 'Vreemdelingenrecht en internationaal familierecht / Helpdeskvragen', year,
    count(*) FROM questions GROUP BY year
  UNION ALL SELECT 'Vreemdelingenrecht en internationaal familierecht / Begeleidingen', year,
    count(*) FROM begeleidingen WHERE dienst = 'vreemdelingenrecht' GROUP BY year
  UNION ALL SELECT 'Sociaal Tolken en Vertalen / Aanvragen', year, count(*) FROM tolkaanvragen
    GROUP BY year
  UNION ALL SELECT 'Sociaal Tolken en Vertalen / Prestaties', year, count(*) FROM tolkaanvragen
    WHERE status <> 'niet beantwoord' GROUP BY year);

-- The lists in the running text about trainings and guidance of 2019.
INSERT INTO cells SELECT 'text-A.1.2-vormingen-thema-counts', thema, 'vormingen', count(*)
  FROM vormingen WHERE dienst = 'integratie' AND year = 2019 GROUP BY thema;
INSERT INTO cells SELECT 'text-JR.2.1.3-A.1-themas', lower(theme), 'Aandeel', 100.0 * count(*) /
    (SELECT count(*) FROM questions WHERE year = 2019)
  FROM (SELECT unnest(string_split(themas, '|')) AS theme FROM questions WHERE year = 2019)
  WHERE theme <> '' GROUP BY theme;
