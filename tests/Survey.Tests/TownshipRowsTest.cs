using Assessment.Survey.Storage;
using Assessment.Testing.Hosts.Permissions;
using Xunit;

namespace Assessment.Survey.Tests;

[Collection(SurveyService.Name)]
public sealed class TownshipRowsTest(SurveyHost host) : TownshipRows<Program, SurveyDb>(host);
