package vn.soto.query.link;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A command that the state of its subject permits, or will.
 *
 * @param href      path to which it is sent
 * @param name      its title
 * @param templated true if {@code href} is a template (RFC 6570) that lacks a value; otherwise absent
 * @param refused   why it is refused until time or somebody else's act ends that; absent for what can be done now
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CommandLink(
        String href,
        @Nullable String name,
        @Nullable Boolean templated,
        @Nullable RefusalReason refused) {

    /**
     * @param rule that refuses it
     * @param text in one line
     */
    public record RefusalReason(String rule, String text) {}
}
