package io.proctemplate.domain;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/** What people who import the library can rely on to find in its documentation. */
class PublicApiTest {
    private static final Path BASE = Path.of(System.getProperty("basedir", "."));
    private static final Path MAIN = BASE.resolve("src/main/java");
    private static final Path EXAMPLES = BASE.resolve("src/test/java/io/proctemplate/domain/ExamplesTest.java");
    private static final Pattern EXAMPLE = Pattern.compile("// example (\\w+)\\n(.*?)// end\\n", Pattern.DOTALL);
    private static final Pattern CODE_BLOCK = Pattern.compile("<pre>\\{@code\\s+(.*?)\\s*\\}</pre>", Pattern.DOTALL);

    /**
     * Every public type and method has a comment. Overriding methods inherit theirs; the methods of a {@code Cases} are
     * each explained by the type they take.
     */
    @Test
    void everythingPublicIsExplained() throws IOException {
        List<String> bare = new ArrayList<>();
        scan((name, tree, comment) -> {
            if (comment == null && !name.contains("Cases.")) {
                bare.add(name);
            }
        });

        assertThat(bare).isEmpty();
    }

    @Test
    void everyPublicTypeSaysSinceWhenAndShowsAnExampleThatIsRun() throws IOException {
        Map<String, String> shown = new TreeMap<>();
        List<String> undated = new ArrayList<>();
        scan((name, tree, comment) -> {
            boolean topLevelType = tree instanceof ClassTree && !name.contains(".");
            if (topLevelType && comment != null) {
                Matcher block = CODE_BLOCK.matcher(comment.toString());
                shown.put(name, block.find() ? withoutIndent(block.group(1)) : "no example");
                if (!comment.toString().contains("@since ")) {
                    undated.add(name);
                }
            }
        });

        assertThat(undated).isEmpty();
        assertThat(shown).isEqualTo(examplesThatAreRun());
    }

    /** The page's program is the one that a project outside the build compiles and runs. */
    @Test
    void theFirstProgramOfThePageIsOneThatIsRun() throws IOException {
        String page = Files.readString(BASE.resolve("../docs/library.md"));
        String program = Files.readString(BASE.resolve("src/it/class-path/src/main/java/shop/PrintDrift.java"));
        String test = Files.readString(BASE.resolve("src/it/class-path/src/test/java/shop/PrintDriftTest.java"));

        assertThat(page).contains("```java\n" + program + "```\n");
        Matcher printed =
                Pattern.compile("It prints:\n\n```\n(.*?)```", Pattern.DOTALL).matcher(page);
        assertThat(printed.find()).isTrue();
        assertThat(test.replaceAll("(?m)^ +", "")).contains(printed.group(1));
    }

    private static Map<String, String> examplesThatAreRun() throws IOException {
        Map<String, String> examples = new TreeMap<>();
        Matcher matcher = EXAMPLE.matcher(Files.readString(EXAMPLES));
        while (matcher.find()) {
            examples.put(matcher.group(1), withoutIndent(matcher.group(2)));
        }
        return examples;
    }

    /** Versions of the compiler do not agree on the blanks that a comment's lines begin with. */
    private static String withoutIndent(String code) {
        return code.lines().map(String::strip).collect(Collectors.joining("\n")).strip();
    }

    private interface Visitor {
        void visit(String name, Tree tree, DocCommentTree comment);
    }

    private static void scan(Visitor visitor) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            var units = files.getJavaFileObjectsFromPaths(sources());
            JavacTask task = (JavacTask) compiler.getTask(null, files, null, List.of("-proc:none"), null, units);
            DocTrees docs = DocTrees.instance(task);
            for (CompilationUnitTree unit : task.parse()) {
                new PublicElements(docs, visitor).scan(unit, null);
            }
        }
    }

    private static List<Path> sources() {
        try (Stream<Path> files = Files.walk(MAIN)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.endsWith("module-info.java"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Visits what is public, and public all the way out; members of an interface are. */
    private static final class PublicElements extends TreePathScanner<Void, Void> {
        private final DocTrees docs;
        private final Visitor visitor;

        PublicElements(DocTrees docs, Visitor visitor) {
            this.docs = docs;
            this.visitor = visitor;
        }

        @Override
        public Void visitClass(ClassTree type, Void nothing) {
            if (isPublic(type.getModifiers())) {
                visitor.visit(name(), type, docs.getDocCommentTree(getCurrentPath()));
                super.visitClass(type, nothing);
            }
            return null;
        }

        @Override
        public Void visitMethod(MethodTree method, Void nothing) {
            boolean inherits = method.getModifiers().getAnnotations().stream()
                    .anyMatch(annotation ->
                            annotation.getAnnotationType().toString().equals("Override"));
            boolean isConstructor = method.getReturnType() == null;
            if (isPublic(method.getModifiers()) && !inherits && !isConstructor) {
                String name = name() + "." + method.getName();
                visitor.visit(name, method, docs.getDocCommentTree(getCurrentPath()));
            }
            return null;
        }

        private boolean isPublic(ModifiersTree modifiers) {
            TreePath parent = getCurrentPath().getParentPath();
            boolean inInterface = parent.getLeaf() instanceof ClassTree type && type.getKind() == Tree.Kind.INTERFACE;
            boolean hidden = modifiers.getFlags().contains(Modifier.PRIVATE);
            return modifiers.getFlags().contains(Modifier.PUBLIC) || (inInterface && !hidden);
        }

        private String name() {
            StringBuilder name = new StringBuilder();
            for (TreePath path = getCurrentPath(); path != null; path = path.getParentPath()) {
                if (path.getLeaf() instanceof ClassTree type) {
                    name.insert(0, name.length() == 0 ? "" : ".").insert(0, type.getSimpleName());
                }
            }
            return name.toString();
        }
    }
}
