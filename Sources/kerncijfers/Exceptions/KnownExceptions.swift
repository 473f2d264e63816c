internal import Findings
internal import Schemas

/// The known exceptions of a project, applied to what a run or a check has found.
struct KnownExceptions {
  /// The exceptions, in the order of their file.
  let all: [KnownException]

  /// The findings with those that are accepted made notes, and with what is wrong with exceptions.
  ///
  /// An exception that has expired before `day`, or that covers more findings than it was made for,
  /// accepts nothing.
  func applied(to findings: FindingList, on day: CalendarDate) -> FindingList {
    guard !all.isEmpty else { return findings }
    var remarks: [Finding] = []
    var standing: [KnownException] = []
    let groups = groups(findings)
    var taken: Set<[Int]> = []
    for (index, exception) in all.enumerated() {
      let covered = groups.filter { $0.key.contains(index) && !taken.contains($0.key) }
      let count = covered.values.reduce(0, +)
      if let remark = remark(exception, count: count, day) {
        remarks.append(remark)
      } else {
        standing.append(exception)
        taken.formUnion(covered.keys)
      }
    }
    var list = findings
    list.append(remarks)
    return list.changed { [standing] finding in
      standing.first { $0.covers(finding) }.map { Self.accepted(finding, $0) } ?? finding
    }
  }

  /// How many findings there are that just these exceptions are about, by the exceptions' indices.
  private func groups(_ findings: FindingList) -> [[Int]: Int] {
    findings.reduce(into: [:]) { groups, finding in
      let covering = all.indices.filter { all[$0].covers(finding) }
      if !covering.isEmpty { groups[covering, default: 0] += 1 }
    }
  }

  private static func accepted(_ finding: Finding, _ exception: KnownException) -> Finding {
    Finding(
      .note, rule: finding.rule, dataset: finding.dataset, at: finding.location,
      "\(finding.message) (accepted as \(finding.severity.label) by \(exception.author) until "
        + "\(exception.expires): \(exception.reason))",
      fix: "none until then")
  }

  private func counted(_ count: Int) -> String { "\(count) finding\(count == 1 ? "" : "s")" }

  /// What is wrong with an exception; nil when it stands.
  private func remark(_ exception: KnownException, count: Int, _ day: CalendarDate) -> Finding? {
    let what = "[\(exception.rule)]" + (exception.scope.isEmpty ? "" : " in \(exception.scope)")
    if exception.expires < day {
      return Finding(
        .warning, rule: "expired-exception", at: exception.location,
        "the exception for \(what) ended on \(exception.expires), expected one that holds on "
          + "\(day)",
        fix: "look at its \(counted(count)) and accept them again, or remove the line")
    }
    if count > exception.count {
      return Finding(
        .error, rule: "grown-exception", at: exception.location,
        "there are \(counted(count)) \(what), expected at most the \(exception.count) that were "
          + "accepted",
        fix: "look at the new ones; accept them again with 'kerncijfers accept' if they are known")
    }
    guard count == 0 else { return nil }
    return Finding(
      .note, rule: "unused-exception", at: exception.location,
      "there is no finding \(what), expected \(exception.count)", fix: "remove the line")
  }
}
