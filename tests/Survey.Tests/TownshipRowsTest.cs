using Assessment.ServiceHost.Permissions;
using Assessment.Survey.Storage;
using Xunit;

namespace Assessment.Survey.Tests;

[Collection(SurveyService.Name)]
public sealed class TownshipRowsTest(SurveyHost host) : TownshipRows<Program, SurveyDb>(host);
