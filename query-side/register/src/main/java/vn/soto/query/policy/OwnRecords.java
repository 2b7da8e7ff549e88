package vn.soto.query.policy;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.soto.contracts.access.AccountId;
import vn.soto.contracts.access.LinkedPerson;
import vn.soto.contracts.access.OwnRecordStage;
import vn.soto.contracts.access.Role;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.shared.StateRefusals;
import vn.soto.contracts.shared.VietnamTime;
import vn.soto.events.EventCodec;
import vn.soto.ledger.Commit;
import vn.soto.query.event.EventLoader.Body;
import vn.soto.query.event.Histories;
import vn.soto.query.http.Asked;
import vn.soto.query.reading.Reader;
import vn.soto.query.reading.ReadingDecision;
import vn.soto.query.reading.RightsOfAccounts;
import vn.soto.query.subject.CommandData;
import vn.soto.query.subject.IdKind;
import vn.soto.web.EndpointRight;

/** Whether readers who may correct records of their own alone may correct one. */
@Component
public record OwnRecords(Histories histories, EventCodec codec, RightsOfAccounts accounts, PolicyHistory policies) {

    /**
     * A record that its sender may correct.
     *
     * @param stating  events that state it
     * @param commands that correct it, which the same roles may give in full
     */
    public record Correctable(IdKind kind, String id, Class<? extends DomainEvent> stating, List<String> commands) {}

    /** Adds what the reader is refused about the record to what the record itself refuses; nothing for others than members. */
    public StateRefusals refuse(StateRefusals refusals, Correctable record, Asked asked) {
        if (isCorrectedInFull(record)) {
            return refusals;
        }
        Reader reader = Reader.current();
        String sender = reader.asker().account();
        Optional<LinkedPerson> now = Optional.ofNullable(reader.rights().person());
        List<Commit> made = histories.of(record.id, asked.asOf()).stream()
                .filter(body -> isStatedBy(body, record))
                .map(Body::commit)
                .toList();
        return made.stream()
                .findFirst()
                .map(first -> new OwnRecordStage(
                                made.stream()
                                        .allMatch(commit -> OwnRecordStage.isOwn(
                                                commit.actor(),
                                                person(commit.actor(), commit.at(), asked.asOf()),
                                                sender,
                                                now)),
                                policies.on(VietnamTime.day(first.at()), asked.asOf())
                                        .lastDayToCorrectOwn(VietnamTime.day(first.at())))
                        .refuse(refusals, asked.today(), record.commands.toArray(String[]::new)))
                .orElse(refusals);
    }

    private static boolean isCorrectedInFull(Correctable record) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        CommandData.ALL.stream()
                .filter(command -> command.name().equals(record.commands.getFirst()))
                .forEach(command -> roles.addAll(command.roles()));
        roles.remove(Role.MEMBER);
        return Reader.current().decide(EndpointRight.COMMANDS, roles, record.kind, record.id)
                instanceof ReadingDecision.Allowed;
    }

    private boolean isStatedBy(Body body, Correctable record) {
        return record.stating.isInstance(
                codec.decode(body.event().type(), body.event().payload()));
    }

    private Optional<LinkedPerson> person(String account, Instant at, long asOf) {
        return Optional.of(account)
                .filter(AccountId::isWellFormed)
                .flatMap(known -> accounts.state(new AccountId(known), asOf))
                .flatMap(state -> state.personOn(VietnamTime.day(at)));
    }
}
