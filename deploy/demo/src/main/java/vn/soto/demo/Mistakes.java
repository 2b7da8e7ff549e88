package vn.soto.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import vn.soto.contracts.assistance.AssistanceId;
import vn.soto.contracts.shared.ReasonCode;
import vn.soto.contracts.shared.VietnamTime;
import vn.soto.domain.assistance.AssistanceCommand.CorrectAssistance;
import vn.soto.domain.assistance.AssistanceCommand.RecordAssistance;
import vn.soto.domain.assistance.AssistanceCommand.VoidAssistance;

/** Entry errors and how the leader repairs them: a correction, or a voiding of what should not exist. */
final class Mistakes {

    private static final double CORRECTED = 0.015;
    private static final double DUPLICATED = 0.0045;
    private static final double MISPLACED = 0.0025;
    private static final double FOUND_BY_CHECK = 0.05;

    private final Chance chance;
    private final EntryErrors slips;

    Mistakes(Chance chance, Contents contents) {
        this.chance = chance;
        this.slips = new EntryErrors(chance, contents);
    }

    /** Decides whether and how a record is corrected later. */
    void follow(
            Crew crew, Volunteer volunteer, DemoHousehold home, Instant entered, RecordAssistance record, Stage stage) {
        double fate = chance.share();
        if (checked(crew, entered, record)) {
            if (fate < FOUND_BY_CHECK) {
                correct(crew, volunteer, home, duringCheck(), record, stage);
            }
        } else if (fate < CORRECTED) {
            correct(crew, volunteer, home, noticed(entered), record, stage);
        } else if (fate < CORRECTED + DUPLICATED) {
            duplicate(crew, volunteer, entered, record, stage);
        } else if (fate < CORRECTED + DUPLICATED + MISPLACED) {
            withdraw(crew, volunteer, noticed(entered), record.assistance(), ReasonCode.WRONG_ENTRY, stage);
        }
    }

    /** Help of the first quarter that a certain team entered before it looked through its notebook. */
    private static boolean checked(Crew crew, Instant entered, RecordAssistance record) {
        return crew.number == Story.TWICE
                && entered.isBefore(VietnamTime.start(Story.CHECKED))
                && VietnamTime.day(record.content().occurredAt()).getYear() == Story.FIRST_QUARTER.year();
    }

    private Instant duringCheck() {
        return VietnamTime.start(Story.CHECKED).plusSeconds(19 * 3600 + chance.between(0, 7200));
    }

    /** From ten minutes to twelve days later, in the evening if not the same day. */
    private Instant noticed(Instant entered) {
        if (chance.happens(0.4)) {
            return entered.plusSeconds(chance.between(600, 3600));
        }
        LocalDate day = VietnamTime.day(entered).plusDays(chance.between(1, 12));
        return VietnamTime.start(day).plusSeconds(19 * 3600 + chance.between(0, 10_000));
    }

    private void correct(
            Crew crew, Volunteer volunteer, DemoHousehold home, Instant at, RecordAssistance record, Stage stage) {
        EntryErrors.Slip slip = slips.in(record, crew, home);
        var command = new CorrectAssistance(
                record.assistance(), slip.right(), slip.reason().name());
        stage.send(at, crew.leaderAccount(), chance.id(at), command, volunteer.lane());
    }

    /** The same help, entered once more, mostly by another member. */
    private void duplicate(Crew crew, Volunteer volunteer, Instant entered, RecordAssistance record, Stage stage) {
        Volunteer other = chance.oneOf(crew.activeOn(VietnamTime.day(entered)));
        Instant again = entered.plusSeconds(chance.between(30, 500));
        UUID id = chance.id(again);
        AssistanceId twin = new AssistanceId(id.toString());
        var copy = new RecordAssistance(
                twin,
                record.team(),
                record.household(),
                null,
                null,
                record.helpers(),
                record.content(),
                null,
                record.reason());
        stage.send(again, crew.account(other), id, copy, volunteer.lane());
        withdraw(crew, volunteer, noticed(entered), twin, ReasonCode.DUPLICATE, stage);
    }

    private void withdraw(
            Crew crew, Volunteer volunteer, Instant at, AssistanceId assistance, ReasonCode reason, Stage stage) {
        stage.send(
                at,
                crew.leaderAccount(),
                chance.id(at),
                new VoidAssistance(assistance, reason.name()),
                volunteer.lane());
    }
}
