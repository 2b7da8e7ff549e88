package vn.soto.query.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A figure with its name.
 *
 * @param value absent if people state the figure and nobody did: not known, which is not 0
 * @param name  in the reader's language, like {@code unit}, what is counted
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record ReportLine(String code, @Nullable Long value, String name, String unit) {}
