import Findings
import Schemas

/// A second reading: records with watched values are reported, excluded ones set apart.
extension DatasetReader {
  /// Whether this is a second reading.
  var isWatching: Bool { !context.watched.isEmpty || !context.exclusions.isEmpty }

  /// Whether a record has a value that is watched or excluded.
  func isWatched(_ row: Int, _ values: [[Int64]]) -> Bool {
    context.watched.contains { $0.value.contains(values[$0.key][row]) }
      || context.exclusions.contains { $0.value[values[$0.key][row]] != nil }
  }

  /// Reports the watched values of a record; returns whether the record is excluded.
  mutating func addSightings(
    _ row: Int, _ values: [[Int64]], _ inspection: RecordInspection, isSetApart: Bool
  ) -> Bool {
    guard isWatching else { return false }
    let place = RecordPlace(file: delivery.file, line: buffers.rowLines[row])
    for (column, wanted) in context.watched {
      let value = values[column][row]
      guard wanted.contains(value), let position = binding?.positions[column] else { continue }
      let field = inspection.place(position)
      let location = SourceLocation(
        file: Printable.name(delivery.file), line: field.line, column: field.column)
      let content = FieldContent(
        (binding?.positions ?? []).map { $0.map(inspection.fieldText) ?? "" })
      report.sightings.append(
        Sighting(
          column: column, value: value, record: place, location: location,
          content: content, values: values.map { $0[row] }, isSetApart: isSetApart))
    }
    guard !isSetApart, let rule = exclusionRule(row, values, place) else { return false }
    report.setApart(by: rule)
    return true
  }

  private func exclusionRule(_ row: Int, _ values: [[Int64]], _ place: RecordPlace) -> String? {
    for column in context.exclusions.keys.sorted() {
      guard let exclusion = context.exclusions[column]?[values[column][row]],
        exclusion.kept != place
      else { continue }
      return exclusion.rule
    }
    return nil
  }
}
