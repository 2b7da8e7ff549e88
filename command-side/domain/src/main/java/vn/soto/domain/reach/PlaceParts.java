package vn.soto.domain.reach;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.soto.contracts.access.AccountId;
import vn.soto.contracts.access.AccountState;
import vn.soto.contracts.team.MemberId;
import vn.soto.domain.shared.CommandPlace;

/** Places that consist of others: each of these has to be reached, by one right or another. */
record PlaceParts(PlaceFacts facts) {

    /** @param nobodys whether the place is within everybody's reach if it has no part */
    record Parts(List<CommandPlace> all, boolean nobodys) {}

    /** Empty of a place that scopes reach as such. */
    Optional<Parts> of(CommandPlace place) {
        return switch (place) {
            case CommandPlace.PersonalDataOf of -> Optional.of(data(of.member()));
            case CommandPlace.OfAccount of -> Optional.of(account(facts.account(of.account())));
            case CommandPlace.OfGrant of -> Optional.of(grant(of));
            case CommandPlace.LinkOf of -> Optional.of(person(of.account()));
            default -> Optional.empty();
        };
    }

    private Parts data(MemberId member) {
        return new Parts(
                facts.teamsOf(member).stream()
                        .<CommandPlace>map(team -> new CommandPlace.Membership(team, member, null))
                        .toList(),
                false);
    }

    /** Rights that have ended, and teams where the link gives none, do not count. */
    private Parts account(AccountState account) {
        Stream<CommandPlace> grants = account.grants().stream()
                .filter(grant -> grant.lasts(facts.day()))
                .map(grant -> CommandPlace.of(grant.area()));
        Stream<CommandPlace> teams = facts.teamsOf(account).stream().map(CommandPlace.OfTeam::new);
        return new Parts(Stream.concat(grants, teams).toList(), true);
    }

    /** The area of a grant; a grant that is none of the account's lies where the account does. */
    private Parts grant(CommandPlace.OfGrant of) {
        AccountState account = facts.account(of.account());
        return account.grant(of.grant())
                .map(grant -> new Parts(List.of(CommandPlace.of(grant.area())), false))
                .orElseGet(() -> account(account));
    }

    private Parts person(AccountId account) {
        return new Parts(
                facts.account(account).links().stream()
                        .filter(link -> link.lasts(facts.day()))
                        .flatMap(link -> Stream.ofNullable(link.person().member()))
                        .<CommandPlace>map(CommandPlace.KnownPerson::new)
                        .toList(),
                false);
    }
}
