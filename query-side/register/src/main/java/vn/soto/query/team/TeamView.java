package vn.soto.query.team;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.shared.Instrument;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.MemberOrigin;
import vn.soto.contracts.team.MembershipState;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.team.TeamLevel;
import vn.soto.contracts.unit.UnitId;
import vn.soto.query.organisation.SupporterView;
import vn.soto.query.subject.IdKind;
import vn.soto.query.subject.IdOf;

/**
 * A team's card on a legal day: what held on that day, not what was decided for later.
 *
 * @param on           the day
 * @param nextChange   first later day on which something decided already changes the card; absent if nothing does
 * @param coming       state in force from that day on
 * @param coverage     units it covered on the day
 * @param areas        areas it covered until then, with first day and decision
 * @param members      members of the day and former ones, with the days of membership and of suspension
 * @param consolidated latest decision that consolidated it
 * @param absorbed     teams that were dissolved into it
 * @param supporters   organisations that supported it on the day, and former ones
 * @param trainings    training sessions its members attended
 * @param changed      commit of the last change that held on the day
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record TeamView(
        TeamId team,
        LocalDate on,
        TeamOnDay.Status status,
        @Nullable LocalDate nextChange,
        @Nullable Coming coming,
        TeamLevel level,
        String name,
        String foundingDecision,
        LocalDate signedOn,
        LocalDate effectiveFrom,
        List<UnitId> coverage,
        List<Area> areas,
        List<MemberView> members,
        @JsonUnwrapped OfficesView offices,
        @JsonUnwrapped FlagsView flags,
        @Nullable Instrument consolidated,
        List<TeamId> absorbed,
        @Nullable Dissolution dissolved,
        List<SupporterView> supporters,
        long trainings,
        @IdOf(IdKind.COMMIT) long changed) {

    /**
     * The team from the first later day on which it changes.
     *
     * @param joining members then but not on the day; {@code leaving} the reverse
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Coming(
            LocalDate from,
            TeamOnDay.Status status,
            String name,
            @Nullable MemberId leader,
            @Nullable MemberId deputy,
            List<UnitId> coverage,
            List<MemberId> joining,
            List<MemberId> leaving) {

        private static Coming of(TeamOnDay now, TeamOnDay later) {
            Offices offices = later.card().offices();
            List<String> members = now.members();
            List<String> then = later.members();
            return new Coming(
                    later.day(),
                    later.status(),
                    later.card().name(),
                    offices.leader(),
                    offices.deputy(),
                    later.coverage(),
                    then.stream()
                            .filter(each -> !members.contains(each))
                            .map(MemberId::new)
                            .toList(),
                    members.stream()
                            .filter(each -> !then.contains(each))
                            .map(MemberId::new)
                            .toList());
        }
    }

    /** The role of a member in the team. */
    enum MemberRole {
        LEADER,
        DEPUTY_LEADER,
        MEMBER
    }

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record MemberView(
            MemberId member,
            MemberOrigin organisation,
            LocalDate from,
            @Nullable LocalDate until,
            MemberRole role,
            boolean leader,
            List<Suspension> suspensions) {}

    /** @param until last day of suspension; absent while it lasts */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Suspension(LocalDate from, @Nullable LocalDate until) {}

    /** @param leaderless first day without a leader */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record OfficesView(
            @Nullable MemberId leader,
            @Nullable LocalDate leaderSince,
            @Nullable LocalDate leaderless,
            @Nullable MemberId deputy,
            @Nullable LocalDate deputySince) {}

    /**
     * @param understaffedSince  first day with fewer members than {@code minimum}
     * @param ledByAnotherSince  first day with a leader who is not the head of the neighbourhood
     * @param needsConsolidation whether it covers units not in force on the day of the answer, or was flagged for it
     * @param outdatedSince      day on which it was flagged; absent if it was not
     * @param notInForce         those units
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record FlagsView(
            @Nullable LocalDate understaffedSince,
            @Nullable Integer minimum,
            @Nullable LocalDate ledByAnotherSince,
            boolean needsConsolidation,
            @Nullable LocalDate outdatedSince,
            List<UnitId> notInForce) {}

    /** @param later the team on the day of its next change; empty if none is decided */
    static TeamView of(
            String team,
            TeamOnDay onDay,
            Optional<TeamOnDay> later,
            Set<String> gone,
            List<SupporterView> supporters,
            long trainings) {
        TeamCard card = onDay.card();
        TeamProfile profile = card.profile();
        return new TeamView(
                new TeamId(team),
                onDay.day(),
                onDay.status(),
                onDay.nextChange(),
                later.isPresent() ? Coming.of(onDay, later.get()) : null,
                profile.level(),
                profile.name(),
                profile.founding().number(),
                profile.founding().signedOn(),
                profile.effectiveFrom(),
                onDay.coverage(),
                card.areas(),
                card.members().stream()
                        .map(member -> view(member, card.offices()))
                        .toList(),
                view(card.offices(), onDay.status()),
                view(card.flags(), gone),
                profile.consolidated(),
                profile.absorbed(),
                card.dissolution(),
                supporters,
                trainings,
                card.commit());
    }

    private static OfficesView view(Offices offices, TeamOnDay.Status status) {
        boolean led = offices.leader() != null;
        return new OfficesView(
                offices.leader(),
                led ? offices.leaderSince() : null,
                led || status != TeamOnDay.Status.ACTIVE ? null : offices.leaderSince(),
                offices.deputy(),
                offices.deputySince());
    }

    private static FlagsView view(Flags flags, Set<String> gone) {
        return new FlagsView(
                flags.understaffed(),
                flags.minimum(),
                flags.ledByAnother(),
                flags.outdated() != null || !gone.isEmpty(),
                flags.outdated(),
                Stream.concat(flags.notInForce().stream(), gone.stream().map(UnitId::new))
                        .distinct()
                        .sorted()
                        .toList());
    }

    private static MemberView view(MembershipState member, Offices offices) {
        MemberRole role = role(member, offices);
        return new MemberView(
                member.member(),
                member.organisation(),
                member.from(),
                member.until(),
                role,
                role == MemberRole.LEADER,
                member.suspensions().stream()
                        .map(known -> new Suspension(known.from(), known.until()))
                        .toList());
    }

    private static MemberRole role(MembershipState member, Offices offices) {
        return member.until() == null ? role(member.member(), offices) : MemberRole.MEMBER;
    }

    /** The role of somebody who is a member. */
    static MemberRole role(MemberId member, Offices offices) {
        if (member.equals(offices.leader())) {
            return MemberRole.LEADER;
        }
        return member.equals(offices.deputy()) ? MemberRole.DEPUTY_LEADER : MemberRole.MEMBER;
    }
}
