internal import Findings
internal import Indicators
internal import Reports

/// Reads the fixed words of a report's language.
struct WordsReader {
  /// Where findings go.
  let log: FindingCollector

  /// The words of a report for some kinds of period; all that are missing are named in one finding.
  func read(_ node: DefinitionNode, for kinds: [PeriodKind]) -> ReportWords? {
    guard let entries = node.entries("the words of a report", log) else { return nil }
    var texts: [ReportWord: String] = [:]
    for entry in entries {
      guard let word = ReportWord(rawValue: entry.key) else {
        log.reportUnknown(
          "word", entry.key, at: entry.place, among: ReportWord.allCases.map(\.rawValue))
        continue
      }
      // Present but broken, so that it is not reported as missing too.
      texts[word] = ""
      guard let text = entry.value.text(entry.key, log) else { continue }
      texts[word] = text
      checkPlaceholders(TextValue(text: text, node: entry.value), of: word)
    }
    let words = ReportWords(texts)
    let needed = ReportWord.allCases.filter {
      !ReportWord.ofPartsOfYears.contains($0) || kinds.contains { $0 != .year }
    }
    let lacking = words.missing.filter(needed.contains)
    guard lacking.isEmpty else {
      let missing = Wording.listed(lacking.map { "'\($0.rawValue)'" }, "and")
      let are = lacking.count == 1 ? "word \(missing) is" : "words \(missing) are"
      log.report(
        "missing-word", at: node.place,
        "\(are) missing, expected all \(needed.count) words",
        fix: "add each with its text in the language of the report")
      return nil
    }
    return words
  }

  private func checkPlaceholders(_ value: TextValue, of word: ReportWord) {
    let known = word.placeholders
    TemplateText(log: log).checkPlaceholders(of: value, known: known) { name, form in
      form.isEmpty && known.contains(name)
    }
  }
}

extension ReportWord {
  /// The placeholders that a word can hold, as its documentation names them.
  fileprivate var placeholders: [String] {
    switch self {
    case .changeColumn: ["year", "earlier"]
    case .fromExports, .byHand: ["datasets"]
    case .fromRegister: ["years"]
    case .incomplete, .andMore: ["count"]
    case .inSeveral: ["year", "count"]
    case .belowBase: ["part", "whole"]
    case .restated: ["published", "report"]
    case .moved: ["label", "verb", "change", "value", "before", "year", "earlier"]
    case .trend: ["years"]
    case .indicativeFigures: ["count", "total", "figures"]
    case .focusTitle: ["title", "member"]
    case .focusColumn: ["member", "column"]
    case .openWindows: ["figures"]
    case .exactShare, .exactAverage: ["value", "part", "whole"]
    case .exactChange: ["value", "before", "now"]
    case .notesElsewhere: ["sheet"]
    case .findings, .newFindings: ["errors", "warnings", "notes"]
    case .periodComplete: ["period"]
    case .periodProvisional: ["period", "datasets"]
    case .partMissing, .partUnconfirmed: ["dataset"]
    case .sinceLast, .noEarlierRun: ["before"]
    case .movedSince: ["figure", "title", "row", "before", "value", "change"]
    case .restatedSince: ["count", "periods"]
    case .nothingRestated, .lateRecords: ["report"]
    default: []
    }
  }
}
