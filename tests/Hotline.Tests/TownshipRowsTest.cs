using Assessment.Hotline.Storage;
using Assessment.Testing.Hosts.Permissions;
using Xunit;

namespace Assessment.Hotline.Tests;

[Collection(HotlineService.Name)]
public sealed class TownshipRowsTest(HotlineHost host) : TownshipRows<Program, HotlineDb>(host);
