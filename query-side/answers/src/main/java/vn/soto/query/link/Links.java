package vn.soto.query.link;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The addresses to which an answer leads. The moment asked about, {@code asOf}, is part of each address.
 *
 * @param self      the query answered
 * @param up        the query one level above
 * @param next      the next page; absent on the last, and where there are no pages
 * @param questions further questions about the subject of the answer, by the last word of their address
 * @param commands  commands about the subject that the reader's roles may send to {@code href} by {@code POST}, by name. Its
 *                  state permits them, or will; a rule may refuse what is typed
 * @param ids       the ids of the answer that can be asked about, by their kind
 * @param names     names for the page, by kind, of things in the answer without a link for the reader; absent outside pages
 * @param people    people whom a page calls by name, which each reader is told apart; absent outside pages
 * @param waiting   by the ids of the answer about which a change waits for a second person, the first plan for it; absent if
 *                  none does
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Links(
        Hyperlink self,
        @Nullable Hyperlink up,
        @Nullable Hyperlink next,
        Map<String, Hyperlink> questions,
        Map<String, CommandLink> commands,
        Map<String, Map<String, Hyperlink>> ids,
        @Nullable Map<String, Map<String, String>> names,
        @JsonIgnore @Nullable People people,
        @Nullable Map<String, Hyperlink> waiting) {

    /**
     * The people in an answer.
     *
     * @param members    all of them
     * @param households those with a link
     * @param requests   requests for support with a link, which are called by what is asked for
     * @param accounts   of those who did what the answer tells
     */
    public record People(Set<String> members, Set<String> households, Set<String> requests, Set<String> accounts) {}
}
