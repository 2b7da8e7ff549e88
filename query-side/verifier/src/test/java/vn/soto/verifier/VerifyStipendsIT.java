package vn.soto.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.shared.Instrument;
import vn.soto.contracts.stipend.MobilisationEvent.MobilisationRecorded;
import vn.soto.contracts.stipend.MobilisationEvent.MobilisationWithdrawn;
import vn.soto.contracts.stipend.Shift;
import vn.soto.contracts.stipend.StipendContent;
import vn.soto.contracts.stipend.StipendFinding;
import vn.soto.contracts.stipend.StipendFindingKind;
import vn.soto.contracts.stipend.StipendLine;
import vn.soto.contracts.stipend.StipendPeriod;
import vn.soto.contracts.stipend.StipendPolicyEvent.StipendPolicyAdopted;
import vn.soto.contracts.stipend.StipendScheme;
import vn.soto.contracts.stipend.StipendStatementEvent.StipendStatementComputed;
import vn.soto.contracts.stipend.StipendTerms;
import vn.soto.contracts.team.FoundingMember;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.MemberOrigin;
import vn.soto.contracts.team.TeamEvent.TeamFormed;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitChange;
import vn.soto.contracts.unit.UnitEvent.UnitEstablished;
import vn.soto.contracts.unit.UnitEvent.UnitMerged;
import vn.soto.contracts.unit.UnitEvent.UnitRenamed;
import vn.soto.contracts.unit.UnitEvent.UnitTookOver;
import vn.soto.contracts.unit.UnitId;
import vn.soto.contracts.unit.UnitKind;
import vn.soto.ledger.Tail;
import vn.soto.ledgerwriter.sqlite.SqliteLedger;

/** Statements computed again from a file by a process without the product; what they must say is worked out by hand. */
@Tag("slow")
final class VerifyStipendsIT {

    private static final UnitId COMMUNE = new UnitId("commune");
    private static final UnitId FORMER = new UnitId("former");
    private static final UnitId HAMLET = new UnitId("hamlet");
    private static final TeamId TEAM = new TeamId("team-1");
    private static final TeamId OTHER = new TeamId("team-2");
    private static final MemberId LAN = new MemberId("m-lan");
    private static final MemberId MAI = new MemberId("m-mai");
    private static final StipendPeriod JUNE = StipendPeriod.parse("2026-06");
    private static final LocalDate DAY = LocalDate.of(2026, 6, 13);
    private static final LocalDate SPRING = LocalDate.of(2026, 4, 1);
    private static final Instrument DECISION = new Instrument("1/QĐ", SPRING);
    private static final long RATE = 60_000;
    private static final long A_DAY = 150_000;

    private final WrittenEvents events = new WrittenEvents();

    @TempDir
    private Path folder;

    private Tail write(SqliteLedger ledger, DomainEvent event) {
        return events.write(ledger, event);
    }

    private static TeamFormed formed(TeamId team, MemberId... members) {
        return new TeamFormed(
                team,
                "Tổ",
                DECISION,
                List.of(HAMLET),
                Stream.of(members)
                        .map(member -> new FoundingMember(member, MemberOrigin.OTHER))
                        .toList(),
                members[0],
                SPRING);
    }

    /**
     * Lan is in both teams; her month counts in the first, in which she is mobilised for a day. The commune took over the one in which
     * the teams were founded.
     */
    private Path ledger(Consumer<SqliteLedger> then) {
        Path file = folder.resolve("sổ.db");
        try (SqliteLedger ledger = LedgerOnDisk.open(file)) {
            write(ledger, new UnitEstablished(COMMUNE, UnitKind.COMMUNE, "Xã", "27673", null, DECISION, SPRING));
            write(ledger, new UnitEstablished(FORMER, UnitKind.COMMUNE, "Xã cũ", "27674", null, DECISION, SPRING));
            write(ledger, new UnitEstablished(HAMLET, UnitKind.HAMLET, "Ấp", null, FORMER, DECISION, SPRING));
            write(ledger, new UnitRenamed(HAMLET, "Ấp 1", DECISION, SPRING.plusDays(1)));
            write(ledger, new UnitMerged(FORMER, COMMUNE, DECISION, SPRING.plusDays(2)));
            write(ledger, new UnitTookOver(COMMUNE, FORMER, UnitChange.MERGED, DECISION, SPRING.plusDays(2)));
            write(
                    ledger,
                    new StipendPolicyAdopted(
                            1, new StipendTerms(StipendScheme.PER_MEMBER, RATE, A_DAY, 200_000, 15), DECISION, SPRING));
            write(ledger, formed(TEAM, LAN, MAI));
            write(ledger, formed(OTHER, LAN));
            write(ledger, new MobilisationRecorded(TEAM, LAN, DAY, Shift.DAY, DECISION, null));
            then.accept(ledger);
        }
        return file;
    }

    private static StipendFinding found(
            StipendFindingKind kind, TeamId team, @Nullable MemberId member, @Nullable TeamId other) {
        return new StipendFinding(kind, team, member, member == null ? null : JUNE.firstDay(), other, null);
    }

    private static StipendContent content(StipendLine lan) {
        return StipendContent.of(
                List.of(1),
                List.of(lan, new StipendLine(TEAM, MAI, JUNE.months(), List.of(), List.of(), RATE, List.of(8L))),
                List.of(
                        found(StipendFindingKind.MEMBER_IN_TWO_TEAMS, TEAM, LAN, OTHER),
                        found(StipendFindingKind.TEAM_WITHOUT_WORK, TEAM, null, null),
                        found(StipendFindingKind.MONTH_COUNTED_IN_ANOTHER_TEAM, OTHER, LAN, TEAM),
                        found(StipendFindingKind.MEMBER_IN_TWO_TEAMS, OTHER, LAN, TEAM),
                        found(StipendFindingKind.TEAM_WITHOUT_MEMBERS, OTHER, null, null),
                        found(StipendFindingKind.TEAM_WITHOUT_WORK, OTHER, null, null)));
    }

    private static StipendContent withTheDay(long amount) {
        return content(new StipendLine(TEAM, LAN, JUNE.months(), List.of(DAY), List.of(), amount, List.of(8L, 10L)));
    }

    private static StipendContent withoutTheDay() {
        return content(new StipendLine(TEAM, LAN, JUNE.months(), List.of(), List.of(), RATE, List.of(8L)));
    }

    private static StipendStatementComputed stated(int version, StipendContent content, Tail upTo) {
        return new StipendStatementComputed(
                COMMUNE, JUNE, version, content, upTo.number(), upTo.chain().toString(), "officer");
    }

    @Test
    void areTheSameLongAfterTheRecordsChanged() {
        Path file = ledger(ledger -> {
            StipendContent first = withTheDay(RATE + A_DAY);
            write(ledger, stated(1, first, ledger.reader().tail()));
            Tail changed = write(ledger, new MobilisationWithdrawn(TEAM, LAN, DAY, null));
            write(ledger, stated(2, withoutTheDay().amending(1, first), changed));
        });

        Shell shell = Shell.run("verify-stipends", file);

        assertThat(shell.exit()).as(shell.out() + shell.err()).isZero();
        assertThat(shell.out()).contains("2 statements", "khớp / same  commune:2026-06  v2");
    }

    @Test
    void areNamedWhereTheyPayMoreThanTheLedgerGives() {
        Path file = ledger(ledger -> write(
                ledger, stated(1, withTheDay(RATE + A_DAY + 1), ledger.reader().tail())));

        Shell shell = Shell.run("verify-stipends", file);

        assertThat(shell.exit()).isEqualTo(1);
        assertThat(shell.out()).contains("KHÁC / DIFFERENT  commune:2026-06");
        assertThat(shell.err()).contains("1 statements differ");
    }

    @Test
    void areNamedWhereTheyPinAnotherCommitOrNone() {
        Path file = ledger(ledger -> {
            Tail tail = ledger.reader().tail();
            StipendContent content = withTheDay(RATE + A_DAY);
            write(
                    ledger,
                    new StipendStatementComputed(COMMUNE, JUNE, 1, content, tail.number(), "ab".repeat(32), "officer"));
            write(
                    ledger,
                    new StipendStatementComputed(
                            COMMUNE, JUNE, 2, content, 99, tail.chain().toString(), "officer"));
        });

        assertThat(Shell.run("verify-stipends", file).err()).contains("2 statements differ");
    }

    @Test
    void areNoneInALedgerOfTheVersionBefore() {
        Path file = ledger(ledger -> {});

        Shell shell = Shell.run("verify-stipends", file);

        assertThat(shell.exit()).as(shell.err()).isZero();
        assertThat(shell.out()).contains("0 statements");
    }

    @Test
    void needAFile() {
        assertThat(Shell.run("verify-stipends").exit()).isEqualTo(2);
        assertThat(Shell.run("verify-stipends", folder.resolve("none.db")).exit())
                .isEqualTo(2);
    }
}
