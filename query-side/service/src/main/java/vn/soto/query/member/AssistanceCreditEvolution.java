package vn.soto.query.member;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.assistance.AssistanceContent;
import vn.soto.contracts.assistance.AssistanceEvent;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceCorrected;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceFlaggedLate;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceFollowedUp;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceRecorded;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceRouted;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceVerified;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceVoided;
import vn.soto.contracts.assistance.CreditShare;
import vn.soto.contracts.household.Responsible;
import vn.soto.contracts.shared.VietnamTime;
import vn.soto.ledger.Micros;
import vn.soto.projection.source.EventContext;
import vn.soto.query.member.AssistanceCredit.Due;
import vn.soto.query.member.AssistanceCredit.Part;
import vn.soto.query.member.AssistanceCredit.Said;
import vn.soto.query.member.AssistanceCredit.Version;

/** What a record says after an event, given what it said before. */
record AssistanceCreditEvolution(EventContext at) {

    Version first(AssistanceRecorded event) {
        Responsible responsible = event.responsible();
        List<Part> parts = parts(event.helpers());
        String owner = responsible != null
                ? responsible.member().value()
                : parts.isEmpty() ? null : parts.getFirst().member();
        AssistanceContent content = event.content();
        LocalDate planned = content.followUp();
        return new Version(
                at.position(),
                at.commit(),
                parts,
                new Said(content.mode(), content.outcome(), false, null),
                Micros.of(content.occurredAt()),
                owner,
                planned,
                due(owner, planned, false),
                false);
    }

    Version next(AssistanceEvent event, Version before) {
        Said said = before.said();
        return switch (event) {
            case AssistanceRecorded recorded -> first(recorded);
            case AssistanceCorrected corrected -> corrected(corrected, before);
            case AssistanceVoided voided -> with(before, said, before.owner(), null, true);
            case AssistanceFlaggedLate flagged ->
                with(before, new Said(said.mode(), said.outcome(), true, said.verification()));
            case AssistanceVerified verified ->
                with(before, new Said(said.mode(), said.outcome(), said.late(), verified.result()));
            case AssistanceRouted routed -> routed(routed.to().member().value(), before);
            case AssistanceFollowedUp followed ->
                with(
                        before,
                        said,
                        before.owner(),
                        due(followed.by().member().value(), followed.next(), false),
                        before.voided());
        };
    }

    private Version corrected(AssistanceCorrected event, Version before) {
        AssistanceContent content = event.content();
        List<CreditShare> helpers = event.helpers();
        long occurredAt = Micros.of(content.occurredAt());
        boolean sameDay =
                VietnamTime.day(content.occurredAt()).equals(VietnamTime.day(Micros.instant(before.occurredAt())));
        return new Version(
                at.position(),
                at.commit(),
                helpers == null ? before.parts() : parts(helpers),
                new Said(
                        content.mode(),
                        content.outcome(),
                        before.said().late() && sameDay,
                        before.said().verification()),
                occurredAt,
                before.owner(),
                content.followUp(),
                planned(content.followUp(), before),
                before.voided());
    }

    /** A plan that is corrected takes the place of the one before; that the household passed on stays so. */
    private @Nullable Due planned(@Nullable LocalDate day, Version before) {
        Due due = before.due();
        if (Objects.equals(day, before.planned())) {
            return due;
        }
        boolean routed = due != null && due.routed();
        return day == null ? routed ? due : null : due(before.owner(), day, routed);
    }

    /** What has no day to look again is to be looked at at once. */
    private Version routed(String to, Version before) {
        Due due = before.due();
        LocalDate day = due == null ? VietnamTime.day(at.at()) : due.on();
        return with(before, before.said(), to, due(to, day, true), before.voided());
    }

    private Version with(Version before, Said said) {
        return with(before, said, before.owner(), before.due(), before.voided());
    }

    private Version with(Version before, Said said, @Nullable String owner, @Nullable Due due, boolean voided) {
        return new Version(
                at.position(),
                at.commit(),
                before.parts(),
                said,
                before.occurredAt(),
                owner,
                before.planned(),
                due,
                voided);
    }

    private @Nullable Due due(@Nullable String owner, @Nullable LocalDate day, boolean routed) {
        return owner == null || day == null ? null : new Due(at.position(), at.commit(), owner, day, routed);
    }

    private static List<Part> parts(List<CreditShare> helpers) {
        return helpers.stream()
                .map(share -> new Part(share.member().value(), share.hundredths()))
                .toList();
    }
}
