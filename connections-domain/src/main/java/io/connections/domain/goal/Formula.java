package io.connections.domain.goal;

import java.util.List;
import java.util.Map;

/// A compiled expression (CEL) that a person wrote. It sees `value` (the first value or ""),
/// `values` and `record` (field name to value). It cannot loop for ever, nor reach anything else.
public interface Formula {
    String source();

    /// The values the expression yields; null and "" yield none, a list yields several.
    ///
    /// @throws FormulaFailed when it cannot be evaluated for this record
    /// @throws StepLimits.Exceeded when it, or a part of it, makes more than [StepLimits] allow
    List<String> evaluate(List<String> values, Map<String, List<String>> record);

    /// The expression met something that it cannot do, such as a missing field or a text where it
    /// needs a number.
    final class FormulaFailed extends RuntimeException {
        public FormulaFailed(String message) {
            super(message, null, false, false);
        }
    }
}
