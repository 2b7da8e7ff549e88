package vn.soto.domain.shared;

import org.jspecify.annotations.Nullable;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.shared.Sealed;
import vn.soto.contracts.team.MemberId;

/**
 * Records who somebody is in the commit that introduces them, so that neither is there without the other. The rules of the
 * person's data hold as for a command about them alone.
 */
public interface PersonalRecords {

    /**
     * @param name  absent if nothing is recorded about the member
     * @param phone needs a name
     */
    void member(MemberId member, @Nullable Sealed name, @Nullable Sealed phone);

    /**
     * @param headName absent if nothing is recorded about the household
     * @param phone    needs a name, as the address does
     */
    void household(HouseholdId household, @Nullable Sealed headName, @Nullable Sealed phone, @Nullable Sealed address);
}
