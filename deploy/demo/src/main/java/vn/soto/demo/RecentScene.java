package vn.soto.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.assistance.AssistanceContent;
import vn.soto.contracts.assistance.AssistanceId;
import vn.soto.contracts.assistance.AssistanceOutcome;
import vn.soto.contracts.assistance.Channel;
import vn.soto.contracts.assistance.Mode;
import vn.soto.contracts.catalogue.ServiceCategory;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.shared.QuarterCalendar;
import vn.soto.contracts.shared.ReasonCode;
import vn.soto.contracts.shared.VietnamTime;
import vn.soto.contracts.support.RequestSource;
import vn.soto.contracts.support.SupportRequestId;
import vn.soto.domain.assistance.AssistanceCommand.RecordAssistance;
import vn.soto.domain.report.ReportCommand.SubmitQuarterlyReport;
import vn.soto.domain.shared.Command;
import vn.soto.domain.support.SupportRequestCommand.ReceiveSupportRequest;

/**
 * The days before today, for the team whose leader and member have accounts. Help goes on, a visit is promised for
 * today, and an entry is made late. Of the requests one is past due, and a report waits.
 */
record RecentScene(Crew crew, Chance chance, LocalDate today) implements Scene {

    private static final String OFFICER = "officer";
    private static final String LEADER = "leader";
    private static final String MEMBER = "member";

    private static final List<ServiceCategory> TOPICS = List.of(
            ServiceCategory.VNEID,
            ServiceCategory.ONLINE_PUBLIC_SERVICE,
            ServiceCategory.DIGITAL_PAYMENT,
            ServiceCategory.DIGITAL_SIGNATURE,
            ServiceCategory.CYBER_SAFETY);
    private static final List<Channel> CHANNELS =
            List.of(Channel.HOME_VISIT, Channel.ZALO, Channel.ZALO, Channel.PUBLIC_SERVICE_CENTRE, Channel.FACEBOOK);
    private static final List<Mode> MODES =
            List.of(Mode.SELF_PERFORMED, Mode.SELF_PERFORMED, Mode.DEMONSTRATED, Mode.DONE_ON_BEHALF);

    @Override
    public void play(LocalDate day, Stage stage) {
        visits(LEADER, crew.volunteers.getFirst(), day, stage);
        visits(MEMBER, crew.volunteers.get(1), day, stage);
        switch (Math.toIntExact(today.toEpochDay() - day.toEpochDay())) {
            case 20 -> promised(day, stage);
            case 12 ->
                request(
                        RequestSource.ZALO,
                        ServiceCategory.DIGITAL_SIGNATURE,
                        "Cài chữ ký số cá nhân để nộp hồ sơ cho con",
                        day,
                        stage);
            case 4 -> report(day, stage);
            case 3 -> late(day, stage);
            case 2 ->
                request(
                        RequestSource.HOTLINE,
                        ServiceCategory.ONLINE_PUBLIC_SERVICE,
                        "Đăng ký tạm trú trên mạng, cần hướng dẫn tại nhà buổi tối",
                        day,
                        stage);
            default -> {
                // nothing beside the visits
            }
        }
    }

    private void visits(String account, Volunteer volunteer, LocalDate day, Stage stage) {
        int visits = chance.between(0, 2);
        for (int visit = 0; visit < visits; visit++) {
            Instant at = VietnamTime.start(day).plusSeconds((9L + 2L * visit) * 3600 + chance.between(0, 1800));
            DemoHousehold home = chance.oneOf(volunteer.homes);
            record(account, volunteer, home, content(at), at.plusSeconds(1200), null, stage);
        }
    }

    /** A household helped in part is to be visited again today. */
    private void promised(LocalDate day, Stage stage) {
        Volunteer volunteer = crew.volunteers.get(1);
        DemoHousehold home = volunteer.homes.getFirst();
        Instant at = VietnamTime.start(day).plusSeconds(15 * 3600L);
        AssistanceContent done = content(at);
        AssistanceContent content = new AssistanceContent(
                done.services(), null, done.channel(), done.mode(), AssistanceOutcome.NEEDS_FOLLOW_UP, at, today);
        record(MEMBER, volunteer, home, content, at.plusSeconds(1200), null, stage);
    }

    private void late(LocalDate day, Stage stage) {
        Volunteer volunteer = crew.volunteers.get(1);
        DemoHousehold home = volunteer.homes.getLast();
        Instant at = VietnamTime.start(day.minusDays(40)).plusSeconds(10 * 3600L);
        Instant entered = VietnamTime.start(day).plusSeconds(18 * 3600L);
        record(MEMBER, volunteer, home, content(at), entered, ReasonCode.OFFLINE.name(), stage);
    }

    /** By now people do much themselves, and are met on Zalo as often as at home. */
    private AssistanceContent content(Instant at) {
        return new AssistanceContent(
                Contents.codes(List.of(chance.oneOf(TOPICS))), chance.oneOf(CHANNELS), chance.oneOf(MODES), at);
    }

    private void record(
            String account,
            Volunteer volunteer,
            DemoHousehold home,
            AssistanceContent content,
            Instant entered,
            @Nullable String reason,
            Stage stage) {
        UUID id = chance.id(entered);
        var command = new RecordAssistance(
                new AssistanceId(id.toString()),
                crew.id(),
                home.id(),
                null,
                null,
                List.of(volunteer.id),
                content,
                null,
                reason);
        stage.send(entered, account, id, command, ScriptStep.ALONE);
    }

    private void request(RequestSource source, ServiceCategory topic, String note, LocalDate day, Stage stage) {
        Instant at = VietnamTime.start(day).plusSeconds(8 * 3600L);
        UUID id = chance.id(at);
        var request = new ReceiveSupportRequest(
                null,
                new SupportRequestId(id.toString()),
                crew.unit(),
                source,
                List.of(topic),
                day,
                null,
                null,
                DemoNames.clear(note));
        stage.send(at, OFFICER, id, request, ScriptStep.ALONE);
    }

    /** Of the quarter that ended last, for the commune to accept; those of the year after the reform are sent already. */
    private void report(LocalDate day, Stage stage) {
        Quarter present = QuarterCalendar.CALENDAR.of(day);
        Quarter last = QuarterCalendar.CALENDAR.of(
                QuarterCalendar.CALENDAR.firstDay(present).minusDays(1));
        if (YearScene.QUARTERS.contains(last)) {
            return;
        }
        Instant at = VietnamTime.start(day).plusSeconds(7 * 3600L);
        Command report = new SubmitQuarterlyReport(crew.id(), last, null);
        stage.send(at, LEADER, chance.id(at), report, ScriptStep.ALONE);
    }
}
