/** Process templates and their rules: pure values, no dependency but nullness annotations. */
module io.proctemplate.domain {
    requires static transitive org.jspecify;

    exports io.proctemplate.domain.violation;
    exports io.proctemplate.domain.field;
    exports io.proctemplate.domain.template;
    exports io.proctemplate.domain.access;
    exports io.proctemplate.domain.audit;
    exports io.proctemplate.domain.instance;
    exports io.proctemplate.domain.diff;
}
