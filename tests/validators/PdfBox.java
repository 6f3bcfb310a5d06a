import org.apache.pdfbox.preflight.PreflightDocument;
import org.apache.pdfbox.preflight.ValidationResult;
import org.apache.pdfbox.preflight.parser.PreflightParser;

/** Prints what PDFBox finds against PDF/A-1b in a file; exit code 1 if there is anything. */
public class PdfBox {
    public static void main(String[] arguments) throws Exception {
        PreflightParser parser = new PreflightParser(arguments[0]);
        parser.parse();
        try (PreflightDocument document = parser.getPreflightDocument()) {
            document.validate();
            ValidationResult result = document.getResult();
            for (ValidationResult.ValidationError error : result.getErrorsList()) {
                System.out.println(error.getErrorCode() + " " + error.getDetails());
            }
            System.exit(result.isValid() ? 0 : 1);
        }
    }
}
