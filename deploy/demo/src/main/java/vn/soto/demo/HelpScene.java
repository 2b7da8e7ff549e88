package vn.soto.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.assistance.AssistanceContent;
import vn.soto.contracts.assistance.AssistanceId;
import vn.soto.contracts.shared.ReasonCode;
import vn.soto.contracts.shared.VietnamTime;
import vn.soto.contracts.team.MemberId;
import vn.soto.domain.assistance.AssistanceCommand.RecordAssistance;

/** Members go out, mostly in the evening and at weekends, help their households, and enter it sooner or later. */
final class HelpScene implements Scene {

    private static final double OUTINGS_A_DAY = 0.055;

    private final List<Crew> crews;
    private final double outings;
    private final boolean prompt;
    private final Chance chance;
    private final Contents contents;
    private final EntryHabit habit;
    private final Mistakes mistakes;

    /** The two quarters of the district. */
    HelpScene(List<Crew> crews, Chance chance) {
        this(crews, OUTINGS_A_DAY, false, chance);
    }

    private HelpScene(List<Crew> crews, double outings, boolean prompt, Chance chance) {
        this.crews = crews;
        this.outings = outings;
        this.prompt = prompt;
        this.chance = chance;
        this.contents = new Contents(chance);
        this.habit = new EntryHabit(chance);
        this.mistakes = new Mistakes(chance, contents);
    }

    /** @param outings of a member with the least zeal on a working day */
    static HelpScene since(List<Crew> crews, double outings, Chance chance) {
        return new HelpScene(crews, outings, false, chance);
    }

    /** All is entered right within the hour, so that what is decided about a quarter rests on it. */
    static HelpScene prompt(List<Crew> crews, double outings, Chance chance) {
        return new HelpScene(crews, outings, true, chance);
    }

    @Override
    public void play(LocalDate day, Stage stage) {
        for (Crew crew : crews) {
            for (Volunteer volunteer : crew.activeOn(day)) {
                double eagerness = outings * volunteer.zeal * Season.bustle(day);
                if (chance.happens(Math.min(0.9, eagerness)) && !volunteer.homes.isEmpty()) {
                    outing(crew, volunteer, day, stage);
                }
            }
        }
    }

    private void outing(Crew crew, Volunteer volunteer, LocalDate day, Stage stage) {
        int visits = chance.between(1, 2 + (int) Math.min(6, volunteer.zeal * 1.3));
        int hour = !Season.weekend(day) ? 17 : chance.happens(0.6) ? 8 : 14;
        Instant at = VietnamTime.start(day).plusSeconds(hour * 3600L);
        for (int i = 0; i < visits; i++) {
            at = at.plusSeconds(chance.between(720, 2100));
            help(crew, volunteer, at, stage);
        }
    }

    private void help(Crew crew, Volunteer volunteer, Instant at, Stage stage) {
        DemoHousehold home = chance.oneOf(volunteer.homes);
        AssistanceContent content = contents.of(home, at);
        Instant entered = prompt ? at.plusSeconds(chance.between(120, 3600)) : habit.entered(volunteer, at);
        UUID id = chance.id(entered);
        var record = new RecordAssistance(
                new AssistanceId(id.toString()),
                crew.id(),
                home.id(),
                null,
                null,
                helpers(crew, volunteer, at),
                null,
                content,
                null,
                reason(at, entered),
                contents.results(content));
        stage.send(entered, crew.account(volunteer), id, record, volunteer.lane());
        if (!prompt) {
            mistakes.follow(crew, volunteer, home, entered, record, stage);
        }
    }

    /** Given when an entry is late by any policy. */
    private static @Nullable String reason(Instant at, Instant entered) {
        long days = ChronoUnit.DAYS.between(VietnamTime.day(at), VietnamTime.day(entered));
        return days > 7 ? ReasonCode.OFFLINE.name() : null;
    }

    /** One in eight visits is made by two. */
    private List<MemberId> helpers(Crew crew, Volunteer volunteer, Instant at) {
        List<MemberId> helpers = new ArrayList<>(List.of(volunteer.id));
        MemberId second = chance.oneOf(crew.activeOn(VietnamTime.day(at))).id;
        if (chance.happens(0.125) && !second.equals(volunteer.id)) {
            helpers.add(second);
        }
        return helpers;
    }
}
