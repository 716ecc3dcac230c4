using Assessment.Scoring.Storage;
using Assessment.ServiceHost.Permissions;
using Xunit;

namespace Assessment.Scoring.Tests;

[Collection(ScoringService.Name)]
public sealed class TownshipRowsTest(ScoringHost host) : TownshipRows<Program, ScoringDb>(host);
