internal import Reports

/// What changed since the report of the period before, in one line for the one who runs it.
enum SinceLastText {
  /// The summary, without a full stop.
  static func summary(of since: SinceLastRun) -> String {
    let moved = since.moved.map { "\($0.figure), \($0.row) \($0.before) -> \($0.now)" }
    return
      ([runs(since)] + (moved.isEmpty ? [] : ["moved most: " + moved.joined(separator: " | ")]))
      .joined(separator: "; ")
  }

  /// The same as entries of a JSON object.
  static func json(of since: SinceLastRun) -> String {
    let new = since.newFindings.map { String($0.count) } ?? "null"
    let moved = since.moved.map {
      "{\"figure\": \(JSONString($0.figure)), \"row\": \(JSONString($0.row)), "
        + "\"before\": \($0.before), \"now\": \($0.now)}"
    }
    return "\"comparedWith\": \(JSONString(since.earlier)), \"newFindings\": \(new), "
      + "\"restatedCells\": \(since.restatedCount), "
      + "\"moved\": [\(moved.joined(separator: ", "))]"
  }

  private static func runs(_ since: SinceLastRun) -> String {
    guard !since.earlier.isEmpty else { return "no report of \(since.before) to compare with" }
    let new = since.newFindings?.count ?? 0
    let restated =
      since.restatedCount == 0
      ? "nothing restated"
      : "\(since.restatedCount) cells restated (\(since.restatedPeriods.joined(separator: ", ")))"
    return "since \(since.earlier): \(new) new findings, \(restated)"
  }
}
