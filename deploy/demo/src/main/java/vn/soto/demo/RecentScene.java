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
import vn.soto.contracts.household.ConsentMethod;
import vn.soto.contracts.household.ConsentPurpose;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.shared.QuarterCalendar;
import vn.soto.contracts.shared.ReasonCode;
import vn.soto.contracts.shared.VietnamTime;
import vn.soto.contracts.support.RequestSource;
import vn.soto.contracts.support.SupportRequestId;
import vn.soto.domain.assistance.AssistanceCommand.RecordAssistance;
import vn.soto.domain.household.ConsentCommand.RecordConsent;
import vn.soto.domain.report.ReportCommand.ReturnReport;
import vn.soto.domain.report.ReportCommand.SubmitQuarterlyReport;
import vn.soto.domain.shared.Command;
import vn.soto.domain.support.SupportRequestCommand.ReceiveSupportRequest;

/**
 * The days before today, for the team whose leader and member have accounts. Help goes on, three visits to one household are due, and an
 * entry is made late. Of the requests one is past due. The team's report is returned.
 */
record RecentScene(Crew crew, Chance chance, LocalDate today) implements Scene {

    private static final int DAYS = 30;
    private static final String OFFICER = "officer";
    private static final String LEADER = "leader";
    private static final String MEMBER = "member";

    private static final String NOTE = "Bác ở nhà một mình, gọi trước khi đến; nhà sau chợ, cổng xanh.";

    /** Requests of people, of which the first is past due. */
    private static final List<Asked> REQUESTS = List.of(
            new Asked(
                    12,
                    RequestSource.ZALO,
                    ServiceCategory.DIGITAL_SIGNATURE,
                    "Cài chữ ký số cá nhân để nộp hồ sơ cho con"),
            new Asked(
                    4,
                    RequestSource.PUBLIC_SERVICE_CENTRE,
                    ServiceCategory.VNEID,
                    "Bác đổi điện thoại, cần kích hoạt lại VNeID tại nhà"),
            new Asked(
                    2,
                    RequestSource.HOTLINE,
                    ServiceCategory.ONLINE_PUBLIC_SERVICE,
                    "Đăng ký tạm trú trên mạng, cần hướng dẫn tại nhà buổi tối"),
            new Asked(
                    1,
                    RequestSource.ZALO,
                    ServiceCategory.CYBER_SAFETY,
                    "Có người gọi tự xưng công an đòi mã xác thực, muốn hỏi cách nhận biết"));

    /** @param before days before today on which it was received */
    private record Asked(int before, RequestSource source, ServiceCategory topic, String note) {}

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
        if (day.isBefore(today.minusDays(DAYS))) {
            return;
        }
        visits(LEADER, crew.volunteers.getFirst(), day, stage);
        visits(MEMBER, crew.volunteers.get(1), day, stage);
        int before = Math.toIntExact(today.toEpochDay() - day.toEpochDay());
        switch (before) {
            case 20 -> consent(day, stage);
            case 5 -> report(day, stage);
            case 3 -> late(day, stage);
            case 2 -> returned(day, stage);
            default -> {
                // nothing beside the visits
            }
        }
        promises(before, day, stage);
        REQUESTS.stream()
                .filter(request -> request.before() == before)
                .forEach(request -> request(request, day, stage));
    }

    private void promises(int before, LocalDate day, Stage stage) {
        switch (before) {
            case 20 -> promised(ServiceCategory.DIGITAL_PAYMENT, today.minusDays(2), day, stage);
            case 16 -> promised(ServiceCategory.DIGITAL_SIGNATURE, today.minusDays(1), day, stage);
            case 12 -> promised(ServiceCategory.ONLINE_PUBLIC_SERVICE, today, day, stage);
            default -> {
                // nobody is promised a visit
            }
        }
    }

    private void visits(String account, Volunteer volunteer, LocalDate day, Stage stage) {
        int visits = chance.between(0, 2);
        for (int visit = 0; visit < visits; visit++) {
            Instant at = VietnamTime.start(day).plusSeconds((9L + 2L * visit) * 3600 + chance.between(0, 1800));
            DemoHousehold home = chance.oneOf(volunteer.homes);
            record(account, volunteer, home, content(at), at.plusSeconds(1200), null, null, stage);
        }
    }

    /** The member's first household was helped in part and is to be visited again. */
    private void promised(ServiceCategory service, LocalDate again, LocalDate day, Stage stage) {
        Volunteer volunteer = crew.volunteers.get(1);
        DemoHousehold home = volunteer.homes.getFirst();
        Instant at = VietnamTime.start(day).plusSeconds(15 * 3600L);
        AssistanceContent content = new AssistanceContent(
                Contents.codes(List.of(service)),
                null,
                Channel.HOME_VISIT,
                Mode.DEMONSTRATED,
                AssistanceOutcome.NEEDS_FOLLOW_UP,
                at,
                again);
        record(MEMBER, volunteer, home, content, at.plusSeconds(1200), null, NOTE, stage);
    }

    private void consent(LocalDate day, Stage stage) {
        Volunteer volunteer = crew.volunteers.get(1);
        var consent = new RecordConsent(
                volunteer.homes.getFirst().id(),
                ConsentPurpose.CONTACT,
                1,
                ConsentMethod.SIGNED_FORM,
                crew.id(),
                volunteer.id,
                day);
        send(14, MEMBER, consent, day, stage);
    }

    private void late(LocalDate day, Stage stage) {
        Volunteer volunteer = crew.volunteers.get(1);
        DemoHousehold home = volunteer.homes.getLast();
        Instant at = VietnamTime.start(day.minusDays(40)).plusSeconds(10 * 3600L);
        Instant entered = VietnamTime.start(day).plusSeconds(18 * 3600L);
        record(MEMBER, volunteer, home, content(at), entered, ReasonCode.OFFLINE.name(), null, stage);
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
            @Nullable String note,
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
                note == null ? null : DemoNames.clear(note),
                reason);
        stage.send(entered, account, id, command, ScriptStep.ALONE);
    }

    private void request(Asked asked, LocalDate day, Stage stage) {
        Instant at = VietnamTime.start(day).plusSeconds(8 * 3600L);
        UUID id = chance.id(at);
        var request = new ReceiveSupportRequest(
                null,
                new SupportRequestId(id.toString()),
                crew.unit(),
                asked.source(),
                List.of(asked.topic()),
                day,
                null,
                null,
                DemoNames.clear(asked.note()));
        stage.send(at, OFFICER, id, request, ScriptStep.ALONE);
    }

    /** Of the quarter that ended last; those of the year after the reform are sent already. */
    private void report(LocalDate day, Stage stage) {
        Quarter last = before(day);
        if (!YearScene.QUARTERS.contains(last)) {
            send(7, LEADER, new SubmitQuarterlyReport(crew.id(), last, null), day, stage);
        }
    }

    private void returned(LocalDate day, Stage stage) {
        Quarter last = before(today.minusDays(5));
        if (!YearScene.QUARTERS.contains(last)) {
            var report = new ReturnReport(crew.id(), last, "1", ReasonCode.TEXT_INCOMPLETE.name());
            send(10, OFFICER, report, day, stage);
        }
    }

    static Quarter before(LocalDate day) {
        QuarterCalendar calendar = QuarterCalendar.CALENDAR;
        return calendar.of(calendar.firstDay(calendar.of(day)).minusDays(1));
    }

    private void send(int hour, String account, Command command, LocalDate day, Stage stage) {
        Instant at = VietnamTime.start(day).plusSeconds(hour * 3600L);
        stage.send(at, account, chance.id(at), command, ScriptStep.ALONE);
    }
}
