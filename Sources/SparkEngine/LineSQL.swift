internal import Schemas

/// From the files of a dataset to lines with their numbers, as statements.
///
/// Spark reads the files in stretches, which it calls blocks. A first pass counts the lines of each,
/// so that a second one can number them without bringing a file's lines to one place.
struct LineSQL {
  /// The number of the dataset.
  let number: Int

  private var prefix: String { "k\(number)" }

  /// The dataset.
  let schema: DatasetSchema

  /// The view of the text of all files in a folder.
  func source(folder: String) -> String {
    "CREATE OR REPLACE TEMPORARY VIEW \(prefix)_text USING text OPTIONS "
      + "(path \(SQLText.literal(folder)), recursiveFileLookup 'true', lineSep \(SQLText.literal("\n")))"
  }

  /// One row for each block: its file and place, its lines, and the first one that is filled.
  var blocks: String {
    let isFilled = "length(trim(\(SQLText.literal("\r")) FROM value)) > 0"
    return """
      SELECT concat_ws('|', 'kc', 'block', \(number), hex(path), block, min(length), min(mid), count(*),
        sum(octet_length(value)), count_if(contains(value, \(SQLText.literal("\"")))),
        count_if(\(opens)), sum(CAST(xxhash64(value) AS DECIMAL(38,0))),
        coalesce(min(mid) FILTER (WHERE \(isFilled)), -1),
        hex(CAST(min_by(value, mid) FILTER (WHERE \(isFilled) AND block = 0) AS BINARY)),
        \(nonASCII), CAST(max_by(endswith(value, \(SQLText.literal("\r"))), mid) AS INT))
      FROM (\(placed)) GROUP BY path, block
      """
  }

  /// How many lines are more than ASCII, and how many are not UTF-8, where that is not declared.
  private var nonASCII: String {
    guard schema.dialect.encoding == .windows1252 else { return "0, 0" }
    let bytes = "CAST(value AS BINARY)"
    return "count_if(octet_length(decode(\(bytes), 'ISO-8859-1')) > octet_length(value)), "
      + "count_if(CAST(decode(\(bytes), 'UTF-8') AS BINARY) <> \(bytes))"
  }

  /// The lines as they lie in the files, with what tells their place.
  private var placed: String {
    """
    SELECT substring_index(input_file_name(), '/', -3) AS path,
      input_file_block_start() AS block, input_file_block_length() AS length,
      monotonically_increasing_id() AS mid, value FROM \(prefix)_text
    """
  }

  /// The view of the lines of the files that are read, with their numbers.
  private func lines(of files: [SourceFile]) -> String {
    let rows = files.flatMap { file in
      file.blocks.map { block in
        "(\(file.id), \(SQLText.literal(file.encodedPath)), \(block.start)L, \(block.firstRow)L, "
          + "\(block.linesBefore)L, \(file.headerLine)L, \(file.hasOpenLines))"
      }
    }
    let table =
      "(SELECT * FROM VALUES \(rows.joined(separator: ",\n")) "
      + "AS t(file, path, block, first, before, header, open))"
    let numbered = """
      SELECT /*+ BROADCAST(b) */ b.file, t.mid - b.first + b.before + 1 AS line, b.open,
        b.header, t.value
      FROM (\(placed)) t JOIN \(table) b ON t.path = b.path AND t.block = b.block
      """
    return "SELECT file, line, open, value FROM (\(numbered)) WHERE line > header"
  }

  /// The view of records, a line each or several where quotes hold line breaks.
  func records(of files: [SourceFile]) -> String {
    let name = "CREATE OR REPLACE TEMPORARY VIEW \(prefix)_raw AS "
    let lines = lines(of: files)
    guard files.contains(where: \.hasOpenLines) else {
      return name + "SELECT file, line, value FROM (\(lines))"
    }
    return name + """
      SELECT file, line, value FROM (\(lines)) WHERE NOT open
      UNION ALL
      SELECT file, start AS line,
        array_join(transform(sort_array(collect_list(struct(line, value))), x -> x.value),
          \(SQLText.literal("\n"))) AS value
      FROM (\(starts(lines))) GROUP BY file, start
      """
  }

  /// Each line with the line on which its record starts.
  ///
  /// A line leaves quotes open or closed, whatever it began with (`fixes`), or turns them around
  /// (`turns`): the last one that fixes, and how many turned since, say how the next line begins.
  private func starts(_ lines: String) -> String {
    let order = "OVER (PARTITION BY file ORDER BY line ROWS BETWEEN UNBOUNDED PRECEDING AND"
    let inside = opensWithin("concat(\(SQLText.literal("\"")), value)")
    return """
      SELECT file, line, value,
        max(CASE WHEN NOT within THEN line END) \(order) CURRENT ROW) AS start
      FROM (
        SELECT *, coalesce(fixed.open <> ((turned - own - fixed.turned) % 2 = 1),
          (turned - own) % 2 = 1) AS within
        FROM (
          SELECT *, last(CASE WHEN a = b THEN struct(a AS open, turned) END, true)
            \(order) 1 PRECEDING) AS fixed
          FROM (
            SELECT *, CAST(a AND NOT b AS INT) AS own,
              sum(CAST(a AND NOT b AS INT)) \(order) CURRENT ROW) AS turned
            FROM (SELECT file, line, value, \(opens) AS a, \(inside) AS b
              FROM (\(lines)) WHERE open))))
      """
  }

  /// Whether a line that begins outside quotes ends inside them.
  private var opens: String {
    "contains(value, \(SQLText.literal("\""))) AND \(opensWithin("value"))"
  }

  private func opensWithin(_ text: String) -> String {
    let end = SQLText.pattern(ofByte: schema.dialect.delimiter)
    let quoted = "\"[^\"]*+(?:\"\"[^\"]*+)*+\""
    let field = "(?:\(quoted)|[^\(end)\"][^\(end)]*+|)"
    let pattern = "^(?:\(field)\(end))*+\"[^\"]*+(?:\"\"[^\"]*+)*+\\z"
    return "\(text) RLIKE \(SQLText.literal(pattern))"
  }
}
