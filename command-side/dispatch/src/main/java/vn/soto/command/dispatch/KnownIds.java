package vn.soto.command.dispatch;

import java.util.UUID;
import vn.soto.contracts.access.AccessEvent;
import vn.soto.contracts.access.AccountId;
import vn.soto.contracts.person.Subject;
import vn.soto.contracts.shared.Id;
import vn.soto.contracts.team.MemberId;
import vn.soto.domain.person.PersonalData;
import vn.soto.domain.team.MemberTeams;
import vn.soto.ledger.LedgerReader;

/** The ids that the ledger has, up to its tail. A member is no aggregate: the teams tell who is one. Thread-safe. */
public record KnownIds(LedgerReader ledger, MemberTeams teams) {

    public boolean contains(Id id) {
        return id instanceof MemberId member
                ? hasPersonalData(member) || !teams.of(member).isEmpty()
                : ledger.head(id.value()).isPresent();
    }

    public boolean contains(AccountId account) {
        return ledger.head(AccessEvent.idOf(account)).isPresent();
    }

    public boolean isRecorded(UUID command) {
        return ledger.commitOfCommand(command).isPresent();
    }

    private boolean hasPersonalData(MemberId member) {
        return ledger.head(PersonalData.idOf(Subject.of(member))).isPresent();
    }
}
