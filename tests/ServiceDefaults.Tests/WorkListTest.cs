using Assessment.ServiceDefaults.Work;
using Xunit;

namespace Assessment.ServiceDefaults.Tests;

/// <summary>待办, whatever the sources give and in whatever order.</summary>
public sealed class WorkListTest
{
    [Fact]
    public void WhatIsDueFirst_ComesFirst_AndWhatHasNoLastDay_Last() =>
        Assert.Equal(
            ["late", "b", "c", "a", "d"],
            WorkEndpoint
                .InOrder([
                    Item("d", due: null),
                    Item("c", new DateOnly(2026, 3, 2)),
                    Item("a", due: null),
                    Item("late", new DateOnly(2026, 2, 27)),
                    Item("b", new DateOnly(2026, 3, 2)),
                ])
                .Select(item => item.Kind)
        );

    private static WorkItem Item(string kind, DateOnly? due) =>
        new(kind, Cycle: null, Subject: null, "办理", "某事", Count: 1, due, $"/{kind}");
}
