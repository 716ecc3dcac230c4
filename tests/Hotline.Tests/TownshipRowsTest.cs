using Assessment.Hotline.Storage;
using Assessment.ServiceHost.Permissions;
using Xunit;

namespace Assessment.Hotline.Tests;

[Collection(HotlineService.Name)]
public sealed class TownshipRowsTest(HotlineHost host) : TownshipRows<Program, HotlineDb>(host);
