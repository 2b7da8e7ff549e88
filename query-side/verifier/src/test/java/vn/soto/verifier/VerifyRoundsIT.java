package vn.soto.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.soto.contracts.assistance.AssistanceContent;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceRecorded;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceVoided;
import vn.soto.contracts.assistance.AssistanceId;
import vn.soto.contracts.assistance.Beneficiary;
import vn.soto.contracts.assistance.Channel;
import vn.soto.contracts.assistance.CreditShare;
import vn.soto.contracts.assistance.Mode;
import vn.soto.contracts.catalogue.ServiceCategory;
import vn.soto.contracts.catalogue.ServiceCode;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.recognition.RecognitionRoundEvent.RoundOpened;
import vn.soto.contracts.recognition.RecognitionRoundEvent.RoundScored;
import vn.soto.contracts.recognition.RoundFacts;
import vn.soto.contracts.recognition.RoundId;
import vn.soto.contracts.recognition.RoundKind;
import vn.soto.contracts.recognition.RoundScoring;
import vn.soto.contracts.recognition.ScoreFigures;
import vn.soto.contracts.recognition.ScorePin;
import vn.soto.contracts.recognition.ScoringRules;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.shared.Instrument;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.shared.QuarterCalendar;
import vn.soto.contracts.shared.VietnamTime;
import vn.soto.contracts.team.FoundingMember;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.MemberOrigin;
import vn.soto.contracts.team.TeamEvent.TeamFormed;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitId;
import vn.soto.ledger.Tail;
import vn.soto.ledgerwriter.sqlite.SqliteLedger;

/** Scores made again from a file by a process without the product. */
@Tag("slow")
final class VerifyRoundsIT {

    private static final TeamId TEAM = new TeamId("team-1");
    private static final MemberId LAN = new MemberId("m-lan");
    private static final UnitId UNIT = new UnitId("u-1");
    private static final LocalDate FIRST = LocalDate.of(2026, 4, 1);
    private static final RoundOpened ROUND = new RoundOpened(
            new RoundId("round"),
            UNIT,
            RoundKind.INDIVIDUAL,
            1,
            List.of(QuarterCalendar.CALENDAR.days(new Quarter(2026, 2))),
            1,
            0);

    private final WrittenEvents events = new WrittenEvents();

    @TempDir
    private Path folder;

    private Tail write(SqliteLedger ledger, DomainEvent event) {
        return events.write(ledger, event);
    }

    private Tail help(SqliteLedger ledger, int number) {
        return write(
                ledger,
                new AssistanceRecorded(
                        new AssistanceId("help-" + number),
                        TEAM,
                        Beneficiary.of(new HouseholdId("h-" + number), UNIT),
                        List.of(new CreditShare(LAN, 100)),
                        new AssistanceContent(
                                List.of(new ServiceCode("service")),
                                Channel.HOME_VISIT,
                                Mode.SELF_PERFORMED,
                                VietnamTime.start(FIRST.plusDays(number))),
                        List.of(ServiceCategory.VNEID),
                        null,
                        null));
    }

    /** Scores what is written, as the product does. */
    private RoundScored scored(int number, Tail upTo) {
        RoundFacts facts = new RoundFacts(List.of(TEAM));
        List<DomainEvent> written = events.all();
        for (int position = 0; position < written.size(); position++) {
            facts.on(position, written.get(position));
        }
        return RoundScored.of(
                number,
                RoundScoring.of(ScoringRules.get(1), ROUND.scope(List.of(TEAM)), facts),
                upTo.number(),
                upTo.chain().toString(),
                FIRST);
    }

    private Path ledger(String name, BiConsumer<VerifyRoundsIT, SqliteLedger> then) {
        Path file = folder.resolve(name);
        try (SqliteLedger ledger = LedgerOnDisk.open(file)) {
            write(
                    ledger,
                    new TeamFormed(
                            TEAM,
                            "Tổ",
                            new Instrument("1/QĐ", FIRST),
                            List.of(UNIT),
                            List.of(new FoundingMember(LAN, MemberOrigin.OTHER)),
                            LAN,
                            FIRST));
            write(ledger, ROUND);
            for (int each = 0; each < 9; each++) {
                help(ledger, each);
            }
            then.accept(this, ledger);
        }
        return file;
    }

    @Test
    void areTheSameLongAfterTheRecordsChanged() {
        Path file = ledger("sổ.db", (test, ledger) -> {
            RoundScored first = test.scored(1, ledger.reader().tail());
            test.write(ledger, first);
            test.write(ledger, new AssistanceVoided(new AssistanceId("help-1"), TEAM, Beneficiary.walkIn(UNIT)));
            test.write(ledger, test.scored(2, test.help(ledger, 20)));
            test.help(ledger, 21);
        });

        Shell shell = Shell.run("verify-rounds", file);

        assertThat(shell.exit()).as(shell.err()).isZero();
        assertThat(shell.out()).contains("2 scorings", "khớp / same  round");
    }

    @Test
    void areNamedWhereTheyAreNotWhatTheLedgerSays() {
        Path file = ledger("sổ.db", (test, ledger) -> {
            RoundScored scored = test.scored(1, ledger.reader().tail());
            ScorePin pin = scored.pin();
            test.write(
                    ledger,
                    new RoundScored(
                            scored.round(),
                            scored.unit(),
                            1,
                            new ScorePin(pin.rule(), pin.commit() - 1, pin.chain(), pin.content()),
                            scored.teams(),
                            scored.standings(),
                            FIRST,
                            scored.figures()));
        });

        Shell shell = Shell.run("verify-rounds", file);

        assertThat(shell.exit()).isEqualTo(1);
        assertThat(shell.out()).contains("KHÁC / DIFFERENT");
        assertThat(shell.err()).contains("1 scorings differ");
    }

    @Test
    void areNoneInALedgerOfTheVersionBefore() {
        Path file = folder.resolve("cũ.db");
        try (SqliteLedger ledger = LedgerOnDisk.open(file)) {
            help(ledger, 1);
        }

        Shell shell = Shell.run("verify-rounds", file);

        assertThat(shell.exit()).as(shell.err()).isZero();
        assertThat(shell.out()).contains("0 scorings");
    }

    @Test
    void needAFile() {
        assertThat(Shell.run("verify-rounds").exit()).isEqualTo(2);
        assertThat(Shell.run("verify-rounds", folder.resolve("none.db")).exit()).isEqualTo(2);
    }

    @Test
    void areNamedWhereTheRecordedFiguresAreNotThoseOfTheLedger() {
        Path file = ledger("sổ.db", (test, ledger) -> {
            RoundScored scored = test.scored(1, ledger.reader().tail());
            List<ScoreFigures> figures = Objects.requireNonNull(scored.figures()).stream()
                    .map(each -> new ScoreFigures(
                            each.gates(),
                            each.criteria().stream().map(number -> number + 1).toList()))
                    .toList();
            test.write(
                    ledger,
                    new RoundScored(
                            scored.round(),
                            scored.unit(),
                            1,
                            scored.pin(),
                            scored.teams(),
                            scored.standings(),
                            FIRST,
                            figures));
        });

        assertThat(Shell.run("verify-rounds", file).err()).contains("1 scorings differ");
    }
}
