using System.IO.Compression;
using System.Text;
using Assessment.Archives;
using Assessment.Archives.Content;
using Assessment.Archives.Replaying;
using Assessment.Archives.Zip;
using Assessment.Engine.Facts;

namespace Assessment.Cli.Tests.FinalFiles;

/// <summary>The form of the final file: written in one way only, and nothing done to it stays hidden.</summary>
public sealed class FinalFileFormTest : IDisposable
{
    private readonly TestKey _key = new();
    private readonly byte[] _file;
    private readonly IReadOnlyList<ArchiveEntry> _entries;

    public FinalFileFormTest()
    {
        _file = SampleFinalFile.Write(_key);
        _entries = StoredZipReading.Of(_file).Entries;
    }

    public static TheoryData<string> Names =>
        [
            EntryNames.Manifest,
            EntryNames.Signature,
            EntryNames.Scheme,
            EntryNames.SchemeFolder + "source.md",
            EntryNames.Register,
            EntryNames.Facts,
            EntryNames.Ledger,
            EntryNames.Events,
            EntryNames.Decisions,
            EntryNames.Results,
            EntryNames.Audit,
        ];

    [Fact]
    public void SameContentAndKey_GiveTheSameBytes() =>
        Assert.Equal(_file, SampleFinalFile.Write(_key));

    [Fact]
    public void AnyZipProgram_OpensIt()
    {
        using var zip = new ZipArchive(new MemoryStream(_file));

        Assert.Equal(
            _entries.Select(entry => entry.Name),
            zip.Entries.Select(entry => entry.FullName)
        );
        foreach (var (entry, expected) in zip.Entries.Zip(_entries))
        {
            using var content = new MemoryStream();
            using var stream = entry.Open();
            stream.CopyTo(content);
            Assert.Equal(expected.Content, content.ToArray());
        }
    }

    [Fact]
    public void AsItWasWritten_ItIsInOrder()
    {
        var opened = OpenedFinalFile.Open(_file)!;

        Assert.Empty(opened.Problems);
        Assert.Equal(_key.Fingerprint, opened.Fingerprint);
        Assert.Empty(FinalFileReplay.Of(opened).Problems);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void ByteChangedInAnEntry_NamesTheEntry(string name)
    {
        var entry = _entries.Single(one => one.Name == name);
        var begin = _file.AsSpan().IndexOf(entry.Content);
        foreach (var place in new[] { 0, entry.Content.Length / 2, entry.Content.Length - 1 })
        {
            Assert.Equal($"“{name}”被改动", Assert.Single(ProblemsOf(Flipped(begin + place))));
        }
    }

    /// <summary>By somebody who mends the checksum of the ZIP entry, too.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void EntryWrittenAnew_NamesTheEntry(string name)
    {
        var file = StoredZip.Write([
            .. _entries.Select(entry =>
                entry.Name == name ? entry with { Content = [.. entry.Content, (byte)' '] } : entry
            ),
        ]);

        Assert.Contains($"“{name}”", ProblemsOf(file)[0], StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void EntryDropped_NamesTheEntry(string name) =>
        Assert.Contains(
            ProblemsOf(StoredZip.Write([.. _entries.Where(entry => entry.Name != name)])),
            problem => problem.Contains($"“{name}”", StringComparison.Ordinal)
        );

    [Fact]
    public void EntriesSwapped_NameThePlace()
    {
        for (var place = 2; place < _entries.Count - 1; place++)
        {
            var swapped = _entries.ToList();
            (swapped[place], swapped[place + 1]) = (swapped[place + 1], swapped[place]);

            Assert.Equal(
                $"“{swapped[place].Name}”不在清单所列的位置，次序被改动",
                Assert.Single(ProblemsOf(StoredZip.Write(swapped)))
            );
        }
    }

    [Fact]
    public void EntryAppended_IsNamed() =>
        Assert.Equal(
            "“附注.txt”是多出的，不在清单上",
            Assert.Single(
                ProblemsOf(StoredZip.Write([.. _entries, ArchiveEntry.OfText("附注.txt", "附注")]))
            )
        );

    [Fact]
    public void EntryThatIsThereTwice_IsNamed() =>
        Assert.Equal(
            $"“{EntryNames.Facts}”重复",
            Assert.Single(
                ProblemsOf(
                    StoredZip.Write([
                        .. _entries,
                        _entries.Single(entry => entry.Name == EntryNames.Facts),
                    ])
                )
            )
        );

    [Fact]
    public void BytesAppended_AreNamed() =>
        Assert.Equal("文件末尾多出 3 个字节", Assert.Single(ProblemsOf([.. _file, .. "abc"u8])));

    [Fact]
    public void FileCutOff_IsNeverInOrder()
    {
        for (var length = 200; length < _file.Length; length += 997)
        {
            Assert.NotEmpty(ProblemsOf(_file[..length]));
        }
    }

    /// <summary>Every byte of the file's own structure, besides what is in the entries.</summary>
    [Fact]
    public void ByteChangedInTheStructure_IsNeverHidden()
    {
        var inEntries = new bool[_file.Length];
        var at = 0;
        foreach (var entry in _entries)
        {
            at += StoredZip.HeaderLength + Encoding.UTF8.GetByteCount(entry.Name);
            Array.Fill(inEntries, true, at, entry.Content.Length);
            at += entry.Content.Length;
        }

        foreach (var place in Enumerable.Range(0, _file.Length).Where(place => !inEntries[place]))
        {
            Assert.NotEmpty(ProblemsOf(Flipped(place)));
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void BytesChangedAnywhere_AreNeverHidden(int seed)
    {
        var random = new Random(seed);
        for (var run = 0; run < 300; run++)
        {
            var touched = _file.ToArray();
            for (var flips = random.Next(1, 4); flips > 0; flips--)
            {
                touched[random.Next(touched.Length)] ^= (byte)(1 << random.Next(8));
            }

            Assert.True(
                touched.AsSpan().SequenceEqual(_file)
                    || OpenedFinalFile.Open(touched) is not { Problems.Count: 0 }
            );
        }
    }

    [Fact]
    public void FileOfSomethingElse_IsNone()
    {
        Assert.Null(OpenedFinalFile.Open([]));
        Assert.Null(OpenedFinalFile.Open("PK"u8.ToArray()));
        Assert.Null(
            OpenedFinalFile.Open(StoredZip.Write([ArchiveEntry.OfText("readme.txt", "附注")]))
        );
    }

    /// <summary>What people wrote, and who reported it, is not for the file; the digest does not rest on it.</summary>
    [Fact]
    public void WhatPeopleWroteWithFactsAndEvents_IsNotInIt()
    {
        const string secret = "说不出口的事由";
        var content = SampleFinalFile.Content();
        var poisoned = content with
        {
            Facts = content.Facts with
            {
                Facts =
                [
                    .. content.Facts.Facts.Select(fact =>
                        fact with
                        {
                            Evidence = [secret],
                            ReportedBy = secret,
                        }
                    ),
                ],
                Events =
                [
                    .. content.Facts.Events.Select(happened => happened with { Evidence = secret }),
                ],
            },
        };

        var file = FinalFileWriter.Write(poisoned, _key).Content;

        Assert.True(file.AsSpan().IndexOf(Encoding.UTF8.GetBytes(secret)) < 0);
        Assert.Empty(FinalFileReplay.Of(OpenedFinalFile.Open(file)!).Problems);
    }

    [Fact]
    public void PayBase_IsRefused()
    {
        var content = SampleFinalFile.Content();
        var staff = content.Facts.Staff.Select(person => person with { Base = 12345 });

        Assert.Throws<InvalidOperationException>(() =>
            FinalFileWriter.Write(
                content with
                {
                    Facts = content.Facts with { Staff = [.. staff] },
                },
                _key
            )
        );
    }

    public void Dispose() => _key.Dispose();

    private byte[] Flipped(int place)
    {
        var touched = _file.ToArray();
        touched[place] ^= 1;
        return touched;
    }

    private static IReadOnlyList<string> ProblemsOf(byte[] file) =>
        OpenedFinalFile.Open(file)!.Problems;
}
