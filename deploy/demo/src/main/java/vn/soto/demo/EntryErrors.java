package vn.soto.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import vn.soto.contracts.assistance.AssistanceContent;
import vn.soto.contracts.assistance.Channel;
import vn.soto.contracts.assistance.Mode;
import vn.soto.contracts.catalogue.ServiceCategory;
import vn.soto.contracts.catalogue.ServiceCode;
import vn.soto.contracts.shared.ReasonCode;
import vn.soto.contracts.shared.VietnamTime;
import vn.soto.domain.assistance.AssistanceCommand.RecordAssistance;

/** Entry errors: the right content of a record and the wrong content that was entered. */
record EntryErrors(Chance chance, Contents contents) {

    record Slip(AssistanceContent right, ReasonCode reason) {}

    /** The right content is never the content of the record. */
    Slip in(RecordAssistance record, Crew crew, DemoHousehold home) {
        AssistanceContent wrong = record.content();
        return switch (chance.between(0, 3)) {
            case 0 -> service(wrong);
            case 1 -> mode(wrong);
            case 2 -> dayBefore(record, crew, home) ? day(wrong) : channel(wrong);
            default -> channel(wrong);
        };
    }

    private Slip service(AssistanceContent wrong) {
        ServiceCode forgotten = ServiceCode.generic(contents.services(0.5).getFirst());
        List<ServiceCode> services = wrong.services().contains(forgotten)
                ? Stream.of(ServiceCategory.values())
                        .map(ServiceCode::generic)
                        .filter(service -> !wrong.services().contains(service))
                        .limit(1)
                        .toList()
                : Stream.concat(wrong.services().stream(), Stream.of(forgotten)).toList();
        return new Slip(
                new AssistanceContent(services, wrong.channel(), wrong.mode(), wrong.occurredAt()),
                ReasonCode.MISSING_ENTRY);
    }

    private static Slip mode(AssistanceContent wrong) {
        Mode mode = wrong.mode() == Mode.DONE_ON_BEHALF ? Mode.DEMONSTRATED : Mode.DONE_ON_BEHALF;
        return new Slip(
                new AssistanceContent(wrong.services(), wrong.channel(), mode, wrong.occurredAt()),
                ReasonCode.WRONG_ENTRY);
    }

    private static Slip channel(AssistanceContent wrong) {
        Channel channel = wrong.channel() == Channel.ZALO ? Channel.PHONE : Channel.ZALO;
        return new Slip(
                new AssistanceContent(wrong.services(), channel, wrong.mode(), wrong.occurredAt()),
                ReasonCode.WRONG_ENTRY);
    }

    private static Slip day(AssistanceContent wrong) {
        Instant earlier = wrong.occurredAt().minus(1, ChronoUnit.DAYS);
        return new Slip(
                new AssistanceContent(wrong.services(), wrong.channel(), wrong.mode(), earlier),
                ReasonCode.WRONG_ENTRY);
    }

    /** Whether it could have been the day before: the household was known and all helpers were members. */
    private static boolean dayBefore(RecordAssistance record, Crew crew, DemoHousehold home) {
        LocalDate before = VietnamTime.day(record.content().occurredAt()).minusDays(1);
        return home.since().isBefore(before)
                && crew.activeOn(before).stream()
                        .map(volunteer -> volunteer.id)
                        .toList()
                        .containsAll(record.helpers());
    }
}
