package vn.soto.query.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.shared.ReasonCode;

/**
 * The content of a step and the changes it would make, with sealed values as such.
 *
 * @param content the command
 * @param why     the reason it states: the label of its code, or words
 * @param whyCode code of the reason; absent for words
 * @param about   subject of the command
 * @param before  state of the subject in the ledger before the plan; absent if there is none
 * @param changes components of the command that differ from it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record StepContent(
        @JsonRawValue String content,
        @Nullable String why,
        @Nullable ReasonCode whyCode,
        @Nullable StepSubject about,
        @JsonRawValue @Nullable String before,
        List<Change> changes) {

    /**
     * A value that the command changes.
     *
     * @param field name of the component; those of a part follow after a dot
     * @param from  absent if there is no such value yet
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Change(
            String field,
            @JsonRawValue @Nullable String from,
            @JsonRawValue String to) {}
}
