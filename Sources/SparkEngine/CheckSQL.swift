internal import Schemas

/// What is asked about the checked records of a dataset, as queries with one text a row.
struct CheckSQL {
  /// How many places of a rule in a file are shown one by one; the rest is counted.
  static let shownPlaces = 100

  let names: DatasetNames

  private var prefix: String { names.prefix }
  private var records: String { "\(names.prefix)_records" }

  /// Records whose fields are those of the header; of others no value is known.
  private let isRow =
    "(rule IS NULL OR rule NOT IN ('field-count', 'quote-in-field', '\\u0021quotes', '\\u0021undecodable'))"

  /// How many records each rule set apart in each file, and other spellings of codes.
  var books: String {
    """
    SELECT \(names.row("book")), file, hex(coalesce(rule, '')), hex(coalesce(remark, '')),
      count(*), min(line), max(line), count_if(hasReturn),
      array_join(collect_set(substr(CAST(event AS STRING), 1, 7)), ',')) AS row
    FROM \(records) GROUP BY file, rule, remark
    UNION ALL
    SELECT \(names.row("variant")), file, x.c, hex(x.s), count(*)) FROM \(records)
    LATERAL VIEW explode(variants) e AS x GROUP BY file, x.c, x.s
    UNION ALL
    SELECT \(names.row("spelling")), x.c, hex(x.k), hex(x.s), count(*)) FROM \(records)
    LATERAL VIEW explode(spellings) e AS x WHERE x.k <> '' GROUP BY x.c, x.k, x.s
    """
  }

  /// The first records of each rule in each file, as they stand there.
  var samples: String {
    let ranked = """
      SELECT file, line, rule, remark, row_number() OVER (PARTITION BY file, coalesce(rule, remark), remark
        ORDER BY line) AS place FROM \(records) WHERE rule IS NOT NULL OR remark IS NOT NULL
      """
    return """
      SELECT \(names.row("sample")), r.file, r.line, hex(coalesce(s.rule, '')),
        hex(coalesce(s.remark, '')), hex(CAST(r.value AS BINARY))) AS row
      FROM \(prefix)_raw r JOIN (SELECT * FROM (\(ranked)) WHERE place <= \(CheckSQL.shownPlaces)) s
        ON r.file = s.file AND r.line = s.line
      """
  }

  // MARK: - Keys, references and marks

  /// Whether keys occur again, references lead nowhere or persons have a mark again; NULL when the
  /// dataset has none of them.
  func identities(others: [String: DatasetNames]) -> String? {
    var queries: [String] = []
    if names.keyValue != nil {
      queries.append("SELECT \(names.row("again")), count(*)) AS row FROM (\(repeated))")
    }
    for (index, reference) in references(others).enumerated() {
      queries.append(
        "SELECT \(names.row("astray")), \(index), count(*)) AS row "
          + "FROM (\(astray(reference)))")
    }
    for (index, mark) in marks.enumerated() {
      queries.append(
        "SELECT \(names.row("marked")), \(index), count(*)) AS row FROM (\(markedAgain(mark)))")
    }
    return queries.isEmpty ? nil : queries.joined(separator: "\nUNION ALL\n")
  }

  /// A reference with what its statements need.
  struct ReferenceNames {
    let column: Int
    let target: DatasetNames
  }

  /// The references whose dataset has records.
  func references(_ others: [String: DatasetNames]) -> [ReferenceNames] {
    names.schema.rules.references.compactMap { reference in
      guard let column = names.index(reference.column), let target = others[reference.dataset],
        target.keyValue != nil
      else { return nil }
      return ReferenceNames(column: column, target: target)
    }
  }

  /// The marks whose columns exist.
  var marks: [(person: Int, column: Int, code: String)] {
    names.schema.rules.marks.compactMap { mark in
      guard let person = names.index(mark.person), let column = names.index(mark.column) else {
        return nil
      }
      return (person, column, mark.code)
    }
  }

  private var repeated: String {
    let key = names.keyValue ?? "''"
    return "SELECT \(key) AS k FROM \(records) WHERE \(key) <> '' AND \(isRow) "
      + "GROUP BY \(key) HAVING count(*) > 1"
  }

  private func astray(_ reference: ReferenceNames) -> String {
    let key = reference.target.keyValue ?? "''"
    return "SELECT a.file, a.line FROM \(records) a LEFT ANTI JOIN "
      + "(SELECT \(key) AS k FROM \(reference.target.prefix)_records WHERE \(isRow)) b "
      + "ON a.v\(reference.column) = b.k WHERE a.rule IS NULL AND a.v\(reference.column) <> ''"
  }

  private func markedAgain(_ mark: (person: Int, column: Int, code: String)) -> String {
    "SELECT v\(mark.person) AS p FROM \(records) WHERE rule IS NULL "
      + "AND v\(mark.column) = \(SQLText.literal(mark.code)) AND v\(mark.person) <> '' "
      + "GROUP BY v\(mark.person) HAVING count(*) > 1"
  }

  /// The table of records whose key occurs again, with what becomes of them.
  var keyTable: String {
    let key = names.keyValue ?? "''"
    let fields = names.schema.columns.indices.map { "f\($0)" }.joined(separator: ", ")
    let content = "sha2(array_join(array(\(fields)), \(SQLText.literal("\u{1F}"))), 256)"
    let window = "OVER (PARTITION BY k)"
    let place = "CASE WHEN rule IS NULL THEN struct(file, line) END"
    return """
      CACHE TABLE \(prefix)_again OPTIONS ('storageLevel' 'MEMORY_AND_DISK') AS
      SELECT *, min(content) \(window) = max(content) \(window) AS same,
        min(\(place)) \(window) AS kept,
        row_number() OVER (PARTITION BY k ORDER BY file, line) AS n,
        min(struct(file, line)) \(window) AS head,
        lead(struct(file, line)) OVER (PARTITION BY k ORDER BY file, line) AS following
      FROM (SELECT c.file, c.line, c.rule, c.\(key) AS k, \(content) AS content
        FROM \(prefix)_checked c JOIN (\(repeated)) d ON c.\(key) = d.k WHERE \(isRow))
      """
  }

  /// The places of records with a key that occurs again, with the place of another one.
  var keyPlaces: String {
    places(
      "twice", number: 0,
      """
      SELECT file, line, same, CASE WHEN n = 1 THEN following ELSE head END AS other
      FROM \(prefix)_again WHERE NOT same OR n > 1
      """)
  }

  /// The places of records that refer to nothing.
  func referencePlaces(_ number: Int, _ reference: ReferenceNames) -> String {
    places(
      "nowhere", number: number,
      "SELECT file, line, true AS same, struct(file, line) AS other FROM (\(astray(reference)))")
  }

  /// The places of marks after the first of a person.
  func markPlaces(_ number: Int, hasExclusions: Bool) -> String {
    let mark = marks[number]
    let left =
      hasExclusions
      ? "LEFT ANTI JOIN (SELECT file, line FROM \(prefix)_left WHERE rule = 'duplicate-key') x "
        + "ON a.file = x.file AND a.line = x.line" : ""
    let person = "a.v\(mark.person)"
    let ranked = """
      SELECT a.file, a.line, row_number() OVER (PARTITION BY \(person) ORDER BY a.file, a.line) AS n,
        min(struct(a.file, a.line)) OVER (PARTITION BY \(person)) AS other
      FROM \(records) a JOIN (\(markedAgain(mark))) b ON \(person) = b.p \(left)
      WHERE a.rule IS NULL AND a.v\(mark.column) = \(SQLText.literal(mark.code))
      """
    return places(
      "second", number: number,
      "SELECT file, line, true AS same, other FROM (\(ranked)) WHERE n > 1")
  }

  private func places(_ kind: String, number: Int, _ query: String) -> String {
    """
    SELECT \(names.row(kind)), \(number), s.file, s.line, s.same, s.other.file,
      s.other.line, hex(CAST(r.value AS BINARY))) AS row
    FROM \(prefix)_raw r JOIN (SELECT * FROM (
      SELECT *, row_number() OVER (PARTITION BY file ORDER BY line) AS place FROM (\(query)))
      WHERE place <= \(CheckSQL.shownPlaces)) s ON r.file = s.file AND r.line = s.line
    UNION ALL
    SELECT \(names.row(kind + "-count")), \(number), file, count(*), count_if(same))
    FROM (\(query)) GROUP BY file
    """
  }

  /// The table of records that are left out for their keys and references, each with one rule.
  func exclusions(hasKeys: Bool, astray numbers: [Int], others: [String: DatasetNames]) -> String {
    var queries: [String] = []
    if hasKeys {
      let column = names.schema.primaryKey.flatMap { names.index($0) } ?? 0
      queries.append(
        "SELECT file, line, \(column) AS c, 'duplicate-key' AS rule FROM \(prefix)_again "
          + "WHERE rule IS NULL AND NOT (same AND kept = struct(file, line))")
    }
    for number in numbers {
      let reference = references(others)[number]
      queries.append(
        "SELECT file, line, \(reference.column) AS c, 'unknown-reference' AS rule "
          + "FROM (\(astray(reference)))")
    }
    return "CACHE TABLE \(prefix)_left OPTIONS ('storageLevel' 'MEMORY_AND_DISK') AS "
      + "SELECT file, line, min_by(rule, c) AS rule FROM "
      + "(\(queries.joined(separator: " UNION ALL "))) GROUP BY file, line"
  }

  /// How many records are left out in each file.
  var exclusionCounts: String {
    "SELECT \(names.row("left")), file, hex(rule), count(*)) AS row FROM \(prefix)_left "
      + "GROUP BY file, rule"
  }

  /// The view of the records that count.
  func counted(hasExclusions: Bool) -> String {
    let left =
      hasExclusions
      ? " a LEFT ANTI JOIN \(prefix)_left b ON a.file = b.file AND a.line = b.line" : ""
    return "CREATE OR REPLACE TEMPORARY VIEW \(names.counted) AS "
      + "SELECT * FROM \(records)\(left) WHERE rule IS NULL"
  }
}
