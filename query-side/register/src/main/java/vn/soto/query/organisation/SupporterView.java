package vn.soto.query.organisation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.organisation.OrganisationId;
import vn.soto.contracts.organisation.OrganisationKind;

/**
 * An organisation that supports or supported a team.
 *
 * @param until last day of support; absent while it lasts
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SupporterView(
        OrganisationId organisation,
        String name,
        OrganisationKind kind,
        LocalDate from,
        @Nullable LocalDate until) {}
