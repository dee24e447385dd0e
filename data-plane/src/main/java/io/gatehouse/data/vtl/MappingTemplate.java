// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.vtl;

import java.io.StringReader;
import java.io.Writer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.velocity.Template;
import org.apache.velocity.exception.ExtendedParseException;
import org.apache.velocity.exception.MacroOverflowException;
import org.apache.velocity.exception.TemplateInitException;
import org.apache.velocity.exception.VelocityException;
import org.apache.velocity.runtime.parser.ParseException;
import org.jspecify.annotations.Nullable;

/**
 * A compiled mapping template. Immutable and thread-safe: compile it when a deployment is published, render it for every
 * request.
 *
 * <p>The language is Velocity's with AWS's variables {@code $input}, {@code $context}, {@code $stageVariables} and
 * {@code $util}; the sandbox lets a template compute, and nothing else. Source: developer guide, "API Gateway mapping template and
 * access logging variable reference".
 */
public final class MappingTemplate {
    private static final Pattern PLACE = Pattern.compile("line (\\d+), column (\\d+)");

    private final Template template;

    private MappingTemplate(Template template) {
        this.template = template;
    }

    /**
     * Compiles a template.
     *
     * @throws TemplateSyntaxException Velocity cannot parse it, or it uses {@code #include}, {@code #parse} or {@code #evaluate}
     */
    public static MappingTemplate compile(String source) throws TemplateSyntaxException {
        Template template = new Template();
        template.setName("mapping template");
        template.setRuntimeServices(TemplateEngine.SHARED);
        try {
            template.setData(TemplateEngine.SHARED.parse(new StringReader(source), template));
            template.initDocument();
        } catch (ParseException | VelocityException e) {
            throw syntax(e);
        } catch (StackOverflowError e) {
            throw new TemplateSyntaxException("it is nested too deeply", 1, 1, e);
        }
        return new MappingTemplate(template);
    }

    /**
     * Renders the template for one request.
     *
     * @throws TemplateFailureException no text could be made of it; {@link TemplateFailureException#reason()} says why
     */
    public String render(TemplateScope scope) {
        return render(scope, new Budget());
    }

    /** As {@link #render(TemplateScope)}, within a budget of the caller's choice. */
    String render(TemplateScope scope, Budget budget) {
        return budget.run(() -> {
            Output output = new Output(budget);
            try {
                template.merge(new Variables(scope), output);
            } catch (TemplateFailureException e) {
                throw e;
            } catch (StackOverflowError | MacroOverflowException e) {
                throw new TemplateFailureException(
                        TemplateFailureException.Reason.LIMIT, "The mapping template nests too deeply");
            } catch (RuntimeException e) {
                throw new TemplateFailureException(
                        TemplateFailureException.Reason.ERROR,
                        "The mapping template failed: " + e.getClass().getSimpleName());
            }
            return output.text.toString();
        });
    }

    /** The place of the outermost error that has one, the problem of the innermost: a text literal is parsed on its own. */
    private static TemplateSyntaxException syntax(Throwable e) {
        Throwable innermost = e;
        Place place = null;
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            place = place == null ? place(cause) : place;
            innermost = cause;
        }
        Place found = place == null ? new Place(1, 1) : place;
        return new TemplateSyntaxException(problem(innermost), found.line(), found.column(), e);
    }

    private record Place(int line, int column) {}

    private static @Nullable Place place(Throwable e) {
        if (e instanceof TemplateEngine.RefusedDirectiveException refused) {
            return new Place(refused.line, refused.column);
        }
        if (e instanceof ExtendedParseException place && place.getLineNumber() > 0) {
            return new Place(place.getLineNumber(), place.getColumnNumber());
        }
        if (e instanceof TemplateInitException place && place.getLineNumber() > 0) {
            return new Place(place.getLineNumber(), place.getColumnNumber());
        }
        if (e instanceof ParseException parse && parse.currentToken != null && parse.currentToken.next != null) {
            return new Place(parse.currentToken.next.beginLine, parse.currentToken.next.beginColumn);
        }
        Matcher place = PLACE.matcher(String.valueOf(e.getMessage()));
        return place.find() ? new Place(Integer.parseInt(place.group(1)), Integer.parseInt(place.group(2))) : null;
    }

    /** The first line of Velocity's message; what follows lists every token that would have been welcome. */
    private static String problem(Throwable e) {
        String message = String.valueOf(e.getMessage());
        int end = message.indexOf('\n');
        return end < 0 ? message : message.substring(0, end);
    }

    /** The output, which must not outgrow AWS's payload quota. */
    private static final class Output extends Writer {
        private final StringBuilder text = new StringBuilder(256);
        private final Budget budget;

        Output(Budget budget) {
            this.budget = budget;
        }

        @Override
        public void write(char[] characters, int offset, int length) {
            text.append(characters, offset, length);
            check();
        }

        @Override
        public void write(String characters) {
            text.append(characters);
            check();
        }

        private void check() {
            budget.single(text.length());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
