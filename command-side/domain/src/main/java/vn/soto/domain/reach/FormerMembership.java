package vn.soto.domain.reach;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import vn.soto.contracts.access.AccountId;
import vn.soto.contracts.access.LinkedPerson;
import vn.soto.contracts.shared.VietnamTime;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamId;
import vn.soto.domain.assistance.AssistanceCommand.RecordAssistance;
import vn.soto.domain.shared.Command;
import vn.soto.domain.shared.NotFoundException;

/**
 * The rest of a former member's right, for 30 days after it ended. Their own help to a household of their team, of a
 * day of their membership, is recorded. It is marked, and nothing else follows from a past right.
 *
 * @param facts of a day
 */
record FormerMembership(Function<LocalDate, PlaceFacts> facts) {

    static final int DAYS = 30;

    /**
     * The sender's right as a member on the day of the help; empty unless it allows the command.
     *
     * @param sent day on which it is sent
     * @throws NotFoundException the household was none of the team's on the day of the help, or there is none
     */
    Optional<SenderRights> of(Command command, AccountId sender, LocalDate sent) {
        if (!(command instanceof RecordAssistance record)
                || record.household() == null
                || (record.jointHelpers() != null && !record.jointHelpers().isEmpty())) {
            return Optional.empty();
        }
        PlaceFacts today = facts.apply(sent);
        Optional<SenderRights> then = member(sender, sent, today)
                .filter(member -> record.helpers().equals(List.of(member)))
                .filter(member -> actedLately(record.team(), member, sent, today))
                .map(member -> SenderRights.of(
                        sender, facts.apply(VietnamTime.day(record.content().occurredAt()))))
                .flatMap(rights -> rights.ofAMemberOf(record.team()));
        then.flatMap(rights -> rights.undisclosed(command)).ifPresent(absent -> {
            throw absent;
        });
        return then;
    }

    /** Whether there is any team of which the account may record its help. */
    boolean isAny(AccountId sender, LocalDate sent) {
        PlaceFacts today = facts.apply(sent);
        return member(sender, sent, today)
                .filter(member ->
                        today.everIn(member).stream().anyMatch(team -> actedLately(team, member, sent, today)))
                .isPresent();
    }

    private static Optional<MemberId> member(AccountId sender, LocalDate sent, PlaceFacts today) {
        return today.account(sender).personOn(sent).map(LinkedPerson::member);
    }

    private static boolean actedLately(TeamId team, MemberId member, LocalDate sent, PlaceFacts today) {
        return sent.minusDays(DAYS).datesUntil(sent).anyMatch(day -> today.acted(team, member, day));
    }
}
