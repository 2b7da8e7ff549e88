package vn.soto.query.support;

import java.text.BreakIterator;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.soto.projection.Documents;
import vn.soto.query.person.Persons;
import vn.soto.web.Vocabulary;

/** Calls requests for support by what was asked for: people tell requests apart by it, and have no number for them. */
@Component
public record RequestNames(Documents documents, Persons persons) {

    /** Letters of a sentence that a line of a phone has room for. */
    private static final int MOST = 60;

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);

    /** By the topics and the day, which whoever may ask about a request may know. */
    public Map<String, String> byTopics(Collection<String> ids, Locale language) {
        return documents.find(SupportRequest.KIND, ids).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, each -> topics(each.getValue(), language)));
    }

    /** By the beginning of the note where the reader may open it, otherwise by the topics. */
    public Map<String, String> opened(Collection<String> ids, Locale language) {
        Map<String, SupportRequest> requests = documents.find(SupportRequest.KIND, ids);
        Persons.Texts texts = persons.texts(requests.values().stream()
                .map(SupportRequest::subject)
                .distinct()
                .toList());
        Map<String, String> names = new HashMap<>();
        requests.forEach((id, request) -> names.put(
                id,
                Optional.ofNullable(request.personal().note())
                        .flatMap(note -> texts.clear(request.subject(), "note", note))
                        .map(RequestNames::beginning)
                        .orElseGet(() -> topics(request, language))));
        return names;
    }

    private static String topics(SupportRequest request, Locale language) {
        String topics = request.topics().stream()
                .map(topic -> Vocabulary.value("ServiceCategory", topic.name(), language))
                .collect(Collectors.joining(", "));
        String day = DAY.format(request.receivedOn());
        return topics.isEmpty() ? day : topics.substring(0, 1).toUpperCase(language) + topics.substring(1) + ", " + day;
    }

    /** Whole words, with an ellipsis after what is cut. */
    static String beginning(String note) {
        String text = note.strip().replaceAll("\\s+", " ");
        if (text.length() <= MOST) {
            return text;
        }
        BreakIterator words = BreakIterator.getWordInstance(Locale.ROOT);
        words.setText(text);
        return text.substring(0, words.preceding(MOST)).strip() + "…";
    }
}
