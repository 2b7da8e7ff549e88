package vn.soto.query.person;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.soto.contracts.person.PersonEvent;
import vn.soto.contracts.person.PersonEvent.HouseholdContactRecorded;
import vn.soto.contracts.person.PersonEvent.MemberProfileRecorded;
import vn.soto.contracts.person.PersonEvent.PersonalDataErased;
import vn.soto.contracts.person.PersonEvent.ProcessingRestricted;
import vn.soto.contracts.person.PersonEvent.RestrictionLifted;
import vn.soto.contracts.shared.Sealed;
import vn.soto.projection.Batch;
import vn.soto.projection.EventProjector;
import vn.soto.projection.source.EventContext;

/** Projects profiles and keeps texts sealed: a replay after an erasure makes the same documents as before. */
@Component
final class ProfileProjector extends EventProjector<PersonEvent> {

    ProfileProjector() {
        super("profiles", PersonEvent.class, event -> event.subject().toString(), List.of(PersonalRecord.KIND));
    }

    @Override
    protected void fold(PersonEvent event, EventContext at, Batch batch) {
        String id = event.subject().toString();
        PersonalRecord profile = batch.find(PersonalRecord.KIND, id).orElseGet(() -> PersonalRecord.empty(id));
        batch.put(
                PersonalRecord.KIND,
                switch (event) {
                    case MemberProfileRecorded member -> profile.with(version(at, member.name(), member.phone(), null));
                    case HouseholdContactRecorded contact ->
                        profile.with(version(at, contact.headName(), contact.phone(), contact.address()));
                    case PersonalDataErased erased ->
                        profile.erased(new PersonalRecord.Erasure(at.commit(), erased.basis()));
                    case ProcessingRestricted restricted -> profile.restricted(restricted.since());
                    case RestrictionLifted _ -> profile.restricted(null);
                });
    }

    private static PersonalRecord.Version version(
            EventContext at, Sealed name, @Nullable Sealed phone, @Nullable Sealed address) {
        return new PersonalRecord.Version(at.position(), at.commit(), name.text(), text(phone), text(address));
    }

    private static @Nullable String text(@Nullable Sealed sealed) {
        return sealed == null ? null : sealed.text();
    }
}
