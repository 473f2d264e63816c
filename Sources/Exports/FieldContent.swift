/// What the fields of a record say, in a few bytes: records with the same content have the same.
///
/// Two different hashes of 64 bits: that other content has both is not to be expected while records
/// are fewer than a thousand million.
package struct FieldContent: Sendable, Hashable {
  private let first: Int
  private let second: Int

  init(_ fields: [String]) {
    var one = Hasher()
    var other = Hasher()
    other.combine(fields.count)
    for field in fields {
      one.combine(field)
      other.combine(field)
    }
    first = one.finalize()
    second = other.finalize()
  }
}
