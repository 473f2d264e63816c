internal import Exports
internal import Schemas

/// From records as text to checked values: each stage selects from the one below.
struct RecordSQL {
  /// The number of the dataset.
  let number: Int

  private var prefix: String { "k\(number)" }

  /// The dataset.
  let schema: DatasetSchema

  /// The files that are read.
  let files: [SourceFile]

  /// The years of which there is a delivery.
  let deliveredYears: Set<Int>

  private var delimiter: String { String(Unicode.Scalar(schema.dialect.delimiter)) }

  /// The columns as expressions.
  var columns: [ColumnSQL] {
    schema.columns.enumerated().map { index, column in
      ColumnSQL(
        column: column, isRequired: column.isRequired || column.name == schema.eventColumn,
        text: "f\(index)", value: "v\(index)")
    }
  }

  /// The statements that make the table of records, which is kept where it was computed.
  var statements: [String] {
    [
      LineSQL(number: number, schema: schema).records(of: files),
      "CREATE OR REPLACE TEMPORARY VIEW \(prefix)_checked AS \(checked)",
      "CACHE LAZY TABLE \(prefix)_records OPTIONS ('storageLevel' 'MEMORY_AND_DISK') AS "
        + "SELECT \(kept.joined(separator: ", ")) FROM \(prefix)_checked",
    ]
  }

  private var kept: [String] {
    ["file", "line", "rule", "remark", "event", "hasReturn", "variants", "spellings"]
      + schema.columns.indices.map { "v\($0)" }
  }

  /// What each file's place says of its records.
  private var fileTable: String {
    let rows = files.map { file in
      let header = file.header
      let positions = (header?.positions ?? []).map { "\($0.map { $0 + 1 } ?? 0)" }
      let unnamed = (header?.unnamed ?? []).map { "\($0 + 1)" }
      let place = FilePlace(file.delivery, schema)
      return "(\(file.id), \(file.lineCount)L, \(header?.fieldCount ?? 0), "
        + "\(SQLText.literal((header?.names ?? []).joined(separator: "\u{1F}"))), "
        + "array(\(positions.joined(separator: ", "))), "
        + "CAST(array(\(unnamed.joined(separator: ", "))) AS ARRAY<INT>), "
        + "\(SQLText.literal(place.member)), DATE'\(place.firstDay)', DATE'\(place.lastDay)')"
    }
    return "SELECT * FROM VALUES \(rows.joined(separator: ",\n")) "
      + "AS t(file, lineCount, fieldCount, names, positions, unnamed, member, firstDay, lastDay)"
  }

  private var decoded: String {
    let carriageReturn = SQLText.literal("\r")
    let asUTF8 = "CAST(decode(CAST(value AS BINARY), 'UTF-8') AS BINARY) = CAST(value AS BINARY)"
    let text: String
    let isText: String
    switch schema.dialect.encoding {
    case .utf8:
      text = "value"
      isText = asUTF8
    case .windows1252:
      let bytes = (0x80...0x9F).compactMap { Unicode.Scalar($0).map(String.init) }.joined()
      text =
        "translate(decode(CAST(value AS BINARY), 'ISO-8859-1'), \(SQLText.literal(bytes)), "
        + "\(SQLText.literal(Accents.upperCodePage)))"
      isText = "NOT (value RLIKE \(SQLText.literal("[\u{81}\u{8D}\u{8F}\u{90}\u{9D}]")))"
    }
    let whole = "SELECT file, line, \(text) AS value, value AS bytes FROM \(prefix)_raw"
    let cut =
      "CASE WHEN endswith(value, \(carriageReturn)) THEN left(value, length(value) - 1) "
      + "ELSE value END"
    return "SELECT file, line, bytes, \(cut) AS value, \(isText) AS isText, "
      + "endswith(value, \(carriageReturn)) AS hasReturn, "
      + "contains(value, \(SQLText.literal("\""))) AS hasQuotes FROM (\(whole))"
  }

  private var split: String {
    let plain =
      "split(value, \(SQLText.literal(SQLText.pattern(ofByte: schema.dialect.delimiter))), -1)"
    guard files.contains(where: { $0.quotedLines > 0 }) else {
      return "SELECT *, \(plain) AS fs FROM (\(decoded))"
    }
    let quote = SQLText.literal("\"")
    let unquoted =
      "CASE WHEN startswith(x, \(quote)) THEN "
      + "replace(substr(x, 2, length(x) - 2), \(SQLText.literal("\"\"")), \(quote)) ELSE x END"
    let parts = "regexp_extract_all(\(led), \(SQLText.literal(RecordShape(schema).field)), 1)"
    return "SELECT *, CASE WHEN hasQuotes THEN transform(\(parts), x -> \(unquoted)) "
      + "ELSE \(plain) END AS fs FROM (\(decoded))"
  }

  /// The text with a delimiter before it, so that every field has one.
  private var led: String { "concat(\(SQLText.literal(delimiter)), value)" }

  /// The fields by column; a column that the file does not have is empty.
  private var fields: String {
    let fields = schema.columns.indices.map { index -> String in
      let positions = Set(files.map { $0.header?.positions[index] })
      if positions.count == 1, let only = positions.first {
        guard let position = only else { return "'' AS f\(index)" }
        return "coalesce(get(fs, \(position)), '') AS f\(index)"
      }
      return "coalesce(get(fs, positions[\(index)] - 1), '') AS f\(index)"
    }
    let place = "lineCount, fieldCount, names, positions, unnamed, member, firstDay, lastDay"
    return "SELECT /*+ BROADCAST(p) */ s.*, \(place), \(fields.joined(separator: ", ")) "
      + "FROM (\(split)) s JOIN (\(fileTable)) p ON s.file = p.file"
  }

  private var values: String {
    let values = columns.map { "\($0.decoded) AS \($0.value)" }
    return "SELECT *, \(shape) AS shape, \(values.joined(separator: ", ")) FROM (\(fields))"
  }

  private var shape: String {
    RecordShape(schema).rule(led: led)
  }

  private var checked: String {
    let verdict = VerdictSQL(
      schema: schema, columns: columns, deliveredYears: deliveredYears,
      hasUnnamed: files.contains { !($0.header?.unnamed.isEmpty ?? true) })
    let variants = columns.compactMap { column in
      column.variant.map { "struct('\(column.value.dropFirst())' AS c, \($0) AS s)" }
    }
    let spellings = columns.compactMap { column -> String? in
      guard case .openCode = column.column.type else { return nil }
      return "struct('\(column.value.dropFirst())' AS c, \(column.value) AS k, \(column.text) AS s)"
    }
    let variantArray =
      variants.isEmpty
      ? "CAST(array() AS ARRAY<STRUCT<c: STRING, s: STRING>>)"
      : "filter(array(\(variants.joined(separator: ", "))), x -> x.s IS NOT NULL)"
    let spellingArray =
      spellings.isEmpty
      ? "CAST(array() AS ARRAY<STRUCT<c: STRING, k: STRING, s: STRING>>)"
      : "array(\(spellings.joined(separator: ", ")))"
    return "SELECT *, \(verdict.remark) AS remark, "
      + "CASE WHEN shape IS NULL THEN \(variantArray) END AS variants, "
      + "CASE WHEN shape IS NULL THEN \(spellingArray) END AS spellings "
      + "FROM (SELECT *, \(verdict.rule) AS rule FROM (SELECT *, \(verdict.event) AS event "
      + "FROM (\(values)))) WHERE NOT (shape <=> 'empty-line')"
  }
}
