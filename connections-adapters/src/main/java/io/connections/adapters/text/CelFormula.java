package io.connections.adapters.text;

import dev.cel.common.CelIssue;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.values.NullValue;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.extensions.CelExtensions;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import io.connections.application.goal.port.TextTools.Compiled;
import io.connections.domain.goal.Formula;
import io.connections.domain.goal.StepLimits;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A formula of CEL, with its string functions (`split`, `replace`, `lowerAscii` …). In `record`
/// each field has its first value.
record CelFormula(String source, CelRuntime.Program program) implements Formula {
    private static final int MAX_LENGTH = 10_000;
    private static final int MAX_ITERATIONS = 10_000;

    private static final CelOptions OPTIONS =
            CelOptions.current()
                    .maxExpressionCodePointSize(MAX_LENGTH)
                    .comprehensionMaxIterations(MAX_ITERATIONS)
                    .build();
    private static final CelCompiler COMPILER =
            CelCompilerFactory.standardCelCompilerBuilder()
                    .setOptions(OPTIONS)
                    .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
                    .addLibraries(CelExtensions.strings())
                    .addVar("value", SimpleType.STRING)
                    .addVar("values", ListType.create(SimpleType.STRING))
                    .addVar("record", MapType.create(SimpleType.STRING, SimpleType.STRING))
                    .build();
    private static final CelRuntime RUNTIME =
            CelRuntimeFactory.legacyCelRuntimeBuilder()
                    .setOptions(OPTIONS)
                    .addLibraries(CelExtensions.strings(CelBounds.othersThanOurs()))
                    .addFunctionBindings(CelBounds.functions())
                    .build();

    static Compiled<Formula> compile(String source) {
        if (source.isBlank()) {
            return new Compiled.Faulty<>("Give an expression.");
        }
        CelValidationResult result = COMPILER.compile(source);
        if (result.hasError()) {
            return new Compiled.Faulty<>(message(result.getErrors()));
        }
        try {
            return new Compiled.Ready<>(
                    new CelFormula(source, RUNTIME.createProgram(result.getAst())));
        } catch (CelValidationException | CelEvaluationException fault) {
            return new Compiled.Faulty<>(
                    "The expression cannot be used: %s."
                            .formatted(CelWords.ofFault(String.valueOf(fault.getMessage()))));
        }
    }

    private static String message(List<CelIssue> issues) {
        if (issues.isEmpty()) {
            return "The expression cannot be read.";
        }
        CelIssue first = issues.getFirst();
        // CEL counts columns from 0, people from 1.
        return "The expression cannot be read at line %d, character %d: %s."
                .formatted(
                        first.getSourceLocation().getLine(),
                        first.getSourceLocation().getColumn() + 1,
                        CelWords.ofFault(first.getMessage()));
    }

    @Override
    public List<String> evaluate(List<String> values, Map<String, List<String>> record) {
        Map<String, String> fields = HashMap.newHashMap(record.size());
        record.forEach(
                (field, list) -> {
                    if (!list.isEmpty()) {
                        fields.put(field, list.getFirst());
                    }
                });
        List<String> results = new ArrayList<>();
        try {
            add(
                    program.trace(
                            Map.of(
                                    "value",
                                    values.isEmpty() ? "" : values.getFirst(),
                                    "values",
                                    values,
                                    "record",
                                    fields),
                            CelBounds.LISTENER),
                    results);
        } catch (CelEvaluationException failed) {
            if (failed.getCause() instanceof StepLimits.Exceeded exceeded) {
                throw exceeded;
            }
            String message = failed.getMessage();
            throw new FormulaFailed(
                    message == null ? "it cannot be evaluated" : CelWords.ofFailure(message));
        }
        return results;
    }

    private static void add(Object result, List<String> results) {
        switch (result) {
            case NullValue _ -> {}
            case com.google.protobuf.NullValue _ -> {}
            case String text -> {
                if (!text.isEmpty()) {
                    results.add(text);
                }
            }
            case Double number when number.isNaN() || number.isInfinite() ->
                    throw new FormulaFailed("it gives no number but " + number);
            case Double number ->
                    results.add(BigDecimal.valueOf(number).stripTrailingZeros().toPlainString());
            case Number number -> results.add(number.toString());
            case Boolean truth -> results.add(truth.toString());
            case List<?> list -> list.forEach(each -> add(each, results));
            case Instant moment -> results.add(moment.toString());
            default ->
                    throw new FormulaFailed(
                            "it gives neither text, number, truth, moment nor a list of them");
        }
    }
}
