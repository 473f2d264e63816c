import Schemas

/// What the inspections of all records of one file have in common, as one object: a record in which
/// something is wrong then does not copy it.
final class InspectionBase {
  let context: DatasetContext
  let delivery: Delivery
  let binding: HeaderBinding
  let nearestCodes: NearestCodes
  let text: FieldText

  init(
    context: DatasetContext, delivery: Delivery, binding: HeaderBinding,
    nearestCodes: NearestCodes, text: FieldText
  ) {
    self.context = context
    self.delivery = delivery
    self.binding = binding
    self.nearestCodes = nearestCodes
    self.text = text
  }

  /// Whether there may be something to say about a field of a column that was decoded to a value.
  func mayBeWrong(_ column: Int, _ value: Int64) -> Bool {
    switch context.schema.columns[column].type {
    case .text, .codes, .integer, .decimal: true
    case .identifier, .code, .openCode: value == 0
    case .date, .year: value == Int64.min
    }
  }
}
