package vn.soto.query.timeline;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.shared.ReasonCode;

/**
 * A correction in the register.
 *
 * @param name     stored name of the correcting event
 * @param sentence what it says in the reader's language
 * @param about    what it concerns, such as {@code household:<id>}
 * @param why      reason given for it: the label of its code, or the words of an older one
 * @param whyText  text beside the code, or why it is not shown
 * @param corrects what it corrects; absent if that is not known
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record MadeCorrection(
        long position,
        long commit,
        String event,
        String name,
        @Nullable String sentence,
        List<String> about,
        Instant recorded,
        String who,
        @Nullable String command,
        @Nullable String why,
        @Nullable ReasonCode whyCode,
        @Nullable String whyText,
        @Nullable CorrectedBy corrects) {}
