package vn.soto.query.field;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.catalogue.ServiceCategory;

/**
 * The pack of an account for a day on a phone, in ids and references. Ids are plain texts: the answer leads nowhere, because it is
 * read where there is no network.
 *
 * @param account    whose pack it is
 * @param member     the account's member; absent if it is linked to none
 * @param on         day of the pack
 * @param at         time of the server, by which a phone measures its clock
 * @param until      when a phone drops the pack, unless it gets another one before
 * @param namesUntil when a phone drops the names; absent in a pack without names
 * @param teams      in which the account may record
 * @param units      residential units that these teams cover
 * @param due        appointments of the day, the days before it and the week after it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record DayPack(
        String account,
        @Nullable String member,
        LocalDate on,
        Instant at,
        Instant until,
        @Nullable Instant namesUntil,
        List<String> teams,
        List<Place> units,
        List<Household> households,
        List<Due> due,
        List<Request> requests,
        List<Service> services) {

    record Place(String unit, String name) {}

    /**
     * @param team   whose member is responsible for it; absent if that is the account's only team
     * @param helped whether it was helped in this quarter
     * @param name   of its contact, only if names were asked for
     */
    @JsonInclude(JsonInclude.Include.NON_DEFAULT)
    record Household(
            String household,
            String reference,
            String unit,
            @Nullable String team,
            boolean helped,
            @Nullable String name) {}

    /** @param services codes of what the appointed visit goes on with */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Due(String assistance, LocalDate on, @Nullable String household, List<String> services) {}

    /** @param mine whether the account's member has taken it */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Request(
            String request,
            @Nullable String household,
            String unit,
            List<ServiceCategory> topics,
            LocalDate receivedOn,
            LocalDate dueOn,
            boolean mine) {}

    /** @param name in the language of the answer */
    record Service(String code, ServiceCategory category, String name) {}
}
