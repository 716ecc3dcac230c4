// What the tests of LocalHosting start: a service that tells what it was given, and can crash.
var app = WebApplication.CreateBuilder(args).Build();
app.MapGet("/health/ready", () => "ready");
app.MapGet("/given/{name}", (string name) => app.Configuration[name]);
app.MapPost("/crash", () => Environment.FailFast("asked to"));
await app.RunAsync();
