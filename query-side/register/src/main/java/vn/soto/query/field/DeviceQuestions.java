package vn.soto.query.field;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.soto.contracts.access.AccountId;
import vn.soto.contracts.access.AccountState;
import vn.soto.contracts.access.DeviceId;
import vn.soto.contracts.access.LinkedPerson;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.MembershipState;
import vn.soto.query.access.AccountRights;
import vn.soto.query.http.Asked;
import vn.soto.query.http.BooleanParameter;
import vn.soto.query.http.Query;
import vn.soto.query.reading.Reader;
import vn.soto.query.subject.IdKind;
import vn.soto.query.subject.IdOf;
import vn.soto.query.team.Teams;
import vn.soto.web.DeviceContacts;
import vn.soto.web.EndpointRight;

/**
 * Answers how much waits on devices: a count and a time, as each told them. The ledger has
 * none of it, so a question about the past is answered without it.
 */
@RestController
record DeviceQuestions(ObjectProvider<DeviceContacts> contacts, AccountRights accounts, Teams teams) {

    private static final Comparator<Device> MOST_FIRST = Comparator.comparingInt(Device::waiting)
            .reversed()
            .thenComparing(Device::lastContact, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(Device::device);

    /**
     * @param member      whose account it is; absent in the answer about the reader's own
     * @param device      as it calls itself
     * @param waiting     items that it had not handed over then
     * @param lastContact absent if nothing is known of it but that it is locked
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Device(
            @IdOf(IdKind.ACCOUNT) String account,
            @Nullable MemberId member,
            String device,
            int waiting,
            @Nullable Instant lastContact,
            boolean locked) {}

    record Devices(List<Device> devices) {}

    /** The devices of the account, those with the most that waits first. */
    @Query(at = "/api/me/devices", right = EndpointRight.OWN_ACCOUNT, effort = Query.Effort.ANEW)
    Devices own(Asked asked) {
        return new Devices(of(Reader.current().asker().account(), null, asked)
                .sorted(MOST_FIRST)
                .toList());
    }

    /**
     * The devices of the accounts of a team's members of today, those with the most that waits first. With
     * {@code waiting=true} those alone on which something waits.
     */
    @Query(at = "/api/teams/{team}/devices", right = EndpointRight.DEVICES, of = "team", effort = Query.Effort.ANEW)
    Devices ofTeam(Asked asked, @PathVariable String team, @RequestParam Optional<BooleanParameter> waiting) {
        boolean all = !waiting.equals(Optional.of(BooleanParameter.TRUE));
        LocalDate day = asked.today();
        return new Devices(teams.requireKnown(team, asked.asOf()).members().stream()
                .filter(member -> member.isActiveOn(day))
                .map(MembershipState::member)
                .distinct()
                .flatMap(member -> accounts.linked(LinkedPerson.of(member), day, asked.asOf())
                        .flatMap(account -> of(account.account().value(), member, asked)))
                .filter(device -> all || device.waiting > 0)
                .sorted(MOST_FIRST)
                .toList());
    }

    private Stream<DeviceContacts> told(Asked asked) {
        return asked.moment().isPresent() ? Stream.empty() : contacts.stream();
    }

    private Stream<Device> of(String account, @Nullable MemberId member, Asked asked) {
        Optional<AccountState> state = AccountId.isWellFormed(account)
                ? accounts.state(new AccountId(account), asked.asOf())
                : Optional.empty();
        List<String> locked = state.stream()
                .flatMap(known -> known.locked().stream())
                .map(DeviceId::value)
                .toList();
        List<Device> heard = told(asked)
                .flatMap(kept -> kept.of(account).stream())
                .map(contact -> new Device(
                        account,
                        member,
                        contact.device(),
                        contact.waiting(),
                        contact.at(),
                        locked.contains(contact.device())))
                .toList();
        Stream<Device> silent = locked.stream()
                .filter(device -> heard.stream().noneMatch(each -> each.device.equals(device)))
                .map(device -> new Device(account, member, device, 0, null, true));
        return Stream.concat(heard.stream(), silent);
    }
}
