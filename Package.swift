// swift-tools-version: 6.1
import PackageDescription

let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// A target of this package, with the language settings that all of them share.
func library(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(
    name: name, dependencies: dependencies, exclude: ["README.md"], swiftSettings: settings)
}

func tests(_ name: String, _ dependencies: [Target.Dependency], resources: [String] = []) -> Target
{
  .testTarget(
    name: name, dependencies: dependencies + ["TestSupport"], exclude: resources,
    swiftSettings: settings)
}

// The targets stand in the order in which data flows through them; each knows only those above it.
let package = Package(
  name: "kerncijfers",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "kerncijfers", targets: ["kerncijfers"]),
    .executable(name: "SampleExports", targets: ["SampleExports"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
    .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
    .package(
      url: "https://github.com/swiftlang/swift-subprocess", exact: "1.0.2", traits: []),
  ],
  targets: [
    library("Findings"),
    library("Schemas", ["Findings"]),
    .target(
      name: "CStructuralScan", exclude: ["README.md"], cSettings: [.unsafeFlags(["-O3"])]),
    .systemLibrary(
      name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),
    library("Exports", ["Findings", "Schemas", "CStructuralScan", "CZlib"]),
    library("Indicators", ["Findings", "Schemas"]),
    .target(
      name: "CIdentifierGroups", exclude: ["README.md"], cSettings: [.unsafeFlags(["-O3"])]),
    library(
      "LocalEngine", ["Findings", "Schemas", "Exports", "Indicators", "CIdentifierGroups"]),
    library(
      "SparkEngine",
      [
        "Findings", "Schemas", "Exports", "Indicators",
        .product(name: "Subprocess", package: "swift-subprocess"),
      ]),
    library("Register", ["Findings", "Indicators"]),
    library("Disclosure"),
    library("Reports", ["Findings", "Schemas", "Indicators", "Register", "Disclosure"]),
    library("Reconciliation", ["Findings", "Indicators", "Register", "Reports"]),
    library(
      "Provenance",
      ["Findings", "Indicators", "Reports", .product(name: "Crypto", package: "swift-crypto")]),
    .systemLibrary(
      name: "CSQLite", pkgConfig: "sqlite3",
      providers: [.apt(["libsqlite3-dev"]), .brew(["sqlite"])]),
    library("Archive", ["Provenance", "CSQLite"]),
    .systemLibrary(
      name: "CXlsxWriter", pkgConfig: "xlsxwriter",
      providers: [.apt(["libxlsxwriter-dev"]), .brew(["libxlsxwriter"])]),
    library("Writers", ["Findings", "Schemas", "Indicators", "Reports", "CXlsxWriter"]),
    library(
      "Definitions",
      ["Findings", "Schemas", "Indicators", "Register", "Reports", "Reconciliation", "Yams"]),
    .executableTarget(
      name: "SampleExports", exclude: ["README.md"], swiftSettings: settings),
    .target(name: "CFileExchange", exclude: ["README.md"]),
    .target(name: "CBuildIdentity", exclude: ["README.md"]),
    .target(name: "CEndSignals", exclude: ["README.md"]),
    .executableTarget(
      name: "kerncijfers",
      dependencies: [
        "Findings", "Schemas", "Exports", "Indicators", "LocalEngine", "SparkEngine", "Register",
        "Reports", "Reconciliation", "Provenance", "Archive", "Writers", "Definitions",
        "CFileExchange", "CBuildIdentity", "CEndSignals",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Logging", package: "swift-log"),
      ],
      exclude: ["README.md"], resources: [.embedInCode("Templates/project.txt")],
      swiftSettings: settings,
      // The Swift libraries become part of the program: it starts in half the time, and runs where
      // no Swift is installed. Only this product is linked so, the tests share all objects with it.
      linkerSettings: [
        .unsafeFlags(
          [
            "-static-stdlib", "-use-ld=lld", "-lCoreFoundation", "-l_FoundationICU",
            "-l_FoundationCShims",
            "-l_FoundationCollections",
          ], .when(platforms: [.linux], configuration: .release))
      ]),

    .target(
      name: "TestSupport", dependencies: ["Findings", "Schemas", "Indicators"],
      path: "Tests/TestSupport", exclude: ["README.md"], swiftSettings: settings),
    tests("FindingsTests", ["Findings"]),
    tests("SchemasTests", ["Schemas", "Findings"]),
    tests("ExportsTests", ["Exports", "Schemas", "Findings", "CStructuralScan"]),
    tests("IndicatorsTests", ["Indicators", "Schemas", "Findings"]),
    tests(
      "LocalEngineTests",
      ["LocalEngine", "CIdentifierGroups", "Exports", "Indicators", "Schemas", "Findings"]),
    tests("SparkEngineTests", ["SparkEngine", "Exports", "Indicators", "Schemas", "Findings"]),
    tests("DisclosureTests", ["Disclosure"]),
    tests("ReportsTests", ["Reports", "Register", "Indicators", "Schemas", "Findings"]),
    tests("ReconciliationTests", ["Reconciliation", "Register", "Reports", "Findings"]),
    tests("ProvenanceTests", ["Provenance", "Indicators"]),
    tests("WritersTests", ["Writers", "Reports", "Indicators", "Findings"]),
    tests(
      "DefinitionsTests",
      ["Definitions", "Reports", "Register", "Indicators", "Schemas", "Findings"]),
    tests(
      "AcceptanceTests", [],
      resources: ["Cases", "Oracle", "Print", "print-exceptions.csv", "sentence-exceptions.csv"]),
  ]
)
