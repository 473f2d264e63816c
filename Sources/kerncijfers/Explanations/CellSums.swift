internal import Indicators
internal import LocalEngine
internal import Register
internal import Reports

/// What the records of a number add up to.
struct RecordTotal {
  /// The sum, in millionths where it is one of decimals.
  let amount: Fraction

  init(_ answer: ContributingRecords.Answer) {
    amount = Fraction(Int128(answer.total), answer.isInMillionths ? 1_000_000 : 1)
  }
}

/// A quotient that is kept as it is.
struct Fraction {
  let numerator: Int128
  let denominator: Int128

  init(_ numerator: Int128, _ denominator: Int128 = 1) {
    self.numerator = numerator
    self.denominator = denominator
  }

  func plus(_ other: Fraction, times sign: Int128 = 1) -> Fraction {
    guard denominator != other.denominator else {
      return Fraction(numerator + sign * other.numerator, denominator)
    }
    return Fraction(
      numerator * other.denominator + sign * other.numerator * denominator,
      denominator * other.denominator)
  }

  /// Nil where there is nothing to divide by.
  func divided(by other: Fraction) -> Fraction? {
    guard other.numerator != 0 else { return nil }
    return Fraction(numerator * other.denominator, denominator * other.numerator)
  }

  func isEqual(to other: Fraction) -> Bool {
    numerator * other.denominator == other.numerator * denominator
  }
}

/// Computes cells anew from the sums of their records: sums, shares, ratios, changes and all, with
/// an arithmetic of its own.
struct CellSums {
  private let explainer: Explainer
  private let totals: [RecordQuestion: RecordTotal]
  private var known: [CellReference: Fraction?] = [:]

  init(_ explainer: Explainer, _ totals: [RecordQuestion: RecordTotal]) {
    self.explainer = explainer
    self.totals = totals
  }

  /// What is wrong with a cell, in words; nil when it is what its records make.
  mutating func problem(with cell: CellReference) -> String? {
    guard let value = explainer.cell(cell)?.value, let origin = explainer.origin(of: cell) else {
      return "nobody knows where it comes from"
    }
    switch origin {
    // A place and an estimate are no sums of records.
    case .rank, .forecast: return nil
    case .answer, .sum, .change, .cell, .published, .nothing: break
    }
    let expected = number(of: cell)
    guard let (numerator, denominator) = value.fraction else {
      // What is held back has a number that is not shown.
      let isHeldBack = value == .suppressed || value == .withheld
      return expected == nil || isHeldBack ? nil : "it is a dash, but its records make a number"
    }
    guard let expected else { return "it has a number, but nobody knows from which records" }
    let shown = Fraction(Int128(numerator), Int128(denominator))
    if expected.isEqual(to: shown) { return nil }
    if case .change = origin, isDeclaredChange(cell, shown) { return nil }
    return "its records make \(expected.numerator) / \(expected.denominator), not the number"
  }

  /// A declared change can also be told as a difference, or as a fall.
  private mutating func isDeclaredChange(_ cell: CellReference, _ shown: Fraction) -> Bool {
    guard case .change(let from, let to)? = explainer.origin(of: cell),
      let before = number(of: from), let now = number(of: to)
    else { return false }
    let difference = now.plus(before, times: -1)
    let percents = Fraction(difference.numerator * 100, difference.denominator).divided(by: before)
    return [difference, percents].compactMap { $0 }.contains { amount in
      amount.isEqual(to: shown)
        || Fraction(-amount.numerator, amount.denominator).isEqual(to: shown)
    }
  }

  /// The number of a cell as its records make it, shares and changes in percent; nil where there is
  /// none.
  private mutating func number(of cell: CellReference) -> Fraction? {
    if let found = known[cell] { return found }
    known[cell] = .some(nil)
    let number = explainer.origin(of: cell).flatMap { self.number(from: $0, shownAt: cell) }
    known[cell] = .some(number)
    return number
  }

  private mutating func number(
    from origin: CellOrigin, shownAt place: CellReference
  ) -> Fraction? {
    switch origin {
    case .answer(let query, let over):
      let questions = explainer.values.recordQuestions(for: query, shareOver: over)
      let isPercent = explainer.isPercent(query, shareOver: over)
      return number(from: questions.map { ($0.role.parts, $0) }, inPercent: isPercent)
    case .sum(let parts):
      return parts.compactMap { number(of: $0) }.reduce(nil as Fraction?) { $0?.plus($1) ?? $1 }
    case .change(let from, let to):
      guard let before = number(of: from), let now = number(of: to) else { return nil }
      let difference = now.plus(before, times: -1)
      return Fraction(difference.numerator * 100, difference.denominator).divided(by: before)
    case .cell(let other): return number(of: other)
    case .published(let cell): return cell.value.fraction
    // What is made of an estimate is made of it as it is shown.
    case .forecast:
      return explainer.cell(place)?.value.fraction.map {
        Fraction(Int128($0.numerator), Int128($0.denominator))
      }
    case .rank, .nothing: return nil
    }
  }

  /// The number that is made of others by their roles: one over the other, or one with another.
  private func number(
    from questions: [(roles: ArraySlice<Substring>, question: RecordQuestion)], inPercent: Bool
  ) -> Fraction? {
    if questions.count == 1, questions[0].roles.isEmpty {
      return totals[questions[0].question]?.amount
    }
    func number(of role: Substring) -> Fraction? {
      let parts = questions.filter { $0.roles.first == role }
        .map { (roles: $0.roles.dropFirst(), question: $0.question) }
      return self.number(from: parts, inPercent: false)
    }
    for (above, below) in [("numerator", "denominator"), ("part", "whole")]
    where questions.contains(where: { $0.roles.first == above[...] }) {
      guard let above = number(of: above[...]), let below = number(of: below[...]) else {
        return nil
      }
      return above.divided(by: below).map {
        Fraction($0.numerator * (inPercent ? 100 : 1), $0.denominator)
      }
    }
    var sum: Fraction?
    for part in questions {
      guard
        let amount = self.number(from: [(part.roles.dropFirst(), part.question)], inPercent: false)
      else { return nil }
      let sign: Int128 = part.roles.first == "minus" ? -1 : 1
      sum = (sum ?? Fraction(0)).plus(amount, times: sign)
    }
    return sum
  }
}

extension String {
  /// The names of a role, the outermost first.
  fileprivate var parts: ArraySlice<Substring> {
    split(separator: ",")[...].map { $0.drop { $0 == " " } }[...]
  }
}

extension PublishedValue {
  /// The printed number; nil for a dash or a blank.
  fileprivate var fraction: Fraction? {
    guard case .number(let mantissa, let decimals, _) = self else { return nil }
    return Fraction(
      Int128(mantissa), (0..<max(0, min(decimals, 12))).reduce(1) { ten, _ in ten * 10 })
  }
}

extension Explainer {
  /// Whether the number that answers a question is in percent.
  fileprivate func isPercent(_ query: CellQuery, shareOver over: [String]) -> Bool {
    if !over.isEmpty { return true }
    switch values.catalog.indicator(query.indicator)?.measure {
    case .share: return true
    case .ratio(_, _, let kind): return kind.rawValue == "share"
    default: return false
    }
  }
}
