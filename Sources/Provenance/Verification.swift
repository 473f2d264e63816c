/// What came of holding a run against its manifest.
public struct Verification: Sendable, Encodable {
  /// The answer in one word.
  public let verdict: Verdict

  /// The files of the run's folder that are not what the manifest says.
  public let outputs: [FileDifference]

  /// The inputs, definitions, register and program that are not what the manifest says.
  public let sources: RunDifference?

  /// Outputs that the same run writes with other bytes now.
  public let remade: [FileDifference]

  /// Cells with another value now, the heaviest difference first.
  public let cells: [CellDifference]

  /// What cannot be told, in words; empty when nothing.
  public let remarks: [String]

  /// The answer.
  public enum Verdict: String, Sendable, Hashable, Encodable {
    /// Every byte is the same.
    case identical
    /// What was given is the same; nothing was computed again.
    case sameInputs = "same inputs"
    /// Every cell is the same, but not every byte.
    case sameFigures = "same figures, other bytes"
    /// At least one cell is another.
    case otherFigures = "other figures"
    /// Some of what the run was made from is not there.
    case inputsMissing = "inputs missing"
    /// The deliveries lie where only a cluster reads them; nothing else changed that can be read here.
    case inputsElsewhere = "inputs elsewhere"
    /// What the run was made from is not what it was; nothing was computed again.
    case otherInputs = "other inputs"
    /// The run can be made again, but its folder is not as it was written.
    case editedOutputs = "edited outputs"
  }

  /// Whether the run is what its manifest says.
  public var isIdentical: Bool { verdict == .identical || verdict == .sameInputs }
}

extension Verification {
  /// The answer when only the digests were compared.
  public init(outputs: [FileDifference], sources: RunDifference, remarks: [String]) {
    self.outputs = outputs
    self.sources = sources
    self.remarks = remarks
    remade = []
    cells = []
    let files = sources.definitions + sources.register + sources.deliveries
    if files.contains(where: { $0.change == .missing }) {
      verdict = .inputsMissing
    } else if !sources.isEmpty || !remarks.isEmpty {
      verdict = .otherInputs
    } else {
      verdict = outputs.isEmpty ? .sameInputs : .editedOutputs
    }
  }

  /// The answer when the deliveries cannot be read here, and none of them is known to be missing.
  public init(outputs: [FileDifference], sourcesHere: RunDifference, remarks: [String]) {
    self.outputs = outputs
    sources = sourcesHere
    self.remarks = remarks
    remade = []
    cells = []
    if !sourcesHere.isEmpty {
      verdict = .otherInputs
    } else {
      verdict = outputs.isEmpty ? .inputsElsewhere : .editedOutputs
    }
  }

  /// The answer when the run was made again.
  ///
  /// - Parameters:
  ///   - recorded: The manifest.
  ///   - remade: The manifest of the run that was made again.
  ///   - outputs: The files of the run's folder that are not what the manifest says.
  ///   - cells: The cells that the manifest's run had; nil when its table is not there any more.
  ///   - now: The cells that it has now.
  ///   - remarks: What cannot be told.
  public init(
    _ recorded: Manifest, _ remade: Manifest, outputs: [FileDifference], cells: RunCells?,
    now: RunCells, remarks: [String]
  ) {
    let sources = RunDifference(
      recorded, remade, comparesRecords: recorded.suppression == nil)
    self.outputs = outputs
    self.sources = sources
    self.remade = FileDifference.between(recorded.outputs, remade.outputs)
    self.cells =
      cells.map {
        CellDifference.between(
          $0, now, because: sources, hiding: Blanks(recorded, remade))
      } ?? []
    self.remarks = remarks
    let sameBytes = self.remade.isEmpty && recorded == remade
    if !self.cells.isEmpty || (cells == nil && !self.remade.isEmpty) {
      verdict = .otherFigures
    } else if !sameBytes {
      verdict = .sameFigures
    } else {
      verdict = outputs.isEmpty && remarks.isEmpty ? .identical : .editedOutputs
    }
  }
}
