import type { Paper } from "../../spec/spec";
import type { SetDocument } from "../../document/document";
import type { FormatOptions } from "../format";
import { aboutText, joined } from "../facts";
import { texText } from "./text";

const PAPER_NAMES: Record<Paper, string> = {
  a4: "a4paper",
  letter: "letterpaper",
};

/** Everything before the first sheet. */
export function preamble(document: SetDocument, options: FormatOptions): string {
  const { title, course, date, instructions, paper } = document;
  const foot = joined([course, title, date], " · ");
  return `% Compile twice with pdflatex: the second time it knows how many pages each sheet has.
\\documentclass[11pt,twoside]{article}
${switches(options)}\\usepackage[T1]{fontenc}
\\usepackage[utf8]{inputenc}
\\usepackage{lmodern,amsmath,array,xcolor,graphicx,fancyhdr}
\\usepackage[${PAPER_NAMES[paper]},hmargin=52pt,top=66pt,bottom=58pt,headheight=22pt,headsep=18pt,footskip=30pt]{geometry}
\\newcommand\\settitle{${texText(title)}}
\\newcommand\\setabout{${texText(aboutText(document))}}
\\newcommand\\setfoot{${texText(foot)}}
\\newcommand\\setinstructions{${instructions.map((text) => `${texText(text)}\\par `).join("")}}
${DEFINITIONS}
\\begin{document}
`;
}

/** Without answers in the file there is nothing to switch. */
function switches({ forms }: FormatOptions): string {
  const off = forms.includes("sheet") ? "%" : "";
  return [
    "\\newif\\ifanswers",
    ...(hasAnswers(forms)
      ? [
          "\\newcommand\\printanswers{\\answerstrue}",
          "% As it stands, this file gives the sheets. Without the % below it gives the key",
          `${off}\\printanswers`,
        ]
      : []),
    "\\newif\\ifworking",
    ...(forms.includes("solutions")
      ? [
          "\\newcommand\\printworking{\\answerstrue\\workingtrue}",
          "% and here the key with every working.",
          `${off}\\printworking`,
        ]
      : []),
    "",
  ].join("\n");
}

/** Whether the file holds any answer. */
export function hasAnswers(forms: FormatOptions["forms"]): boolean {
  return forms.includes("key") || forms.includes("solutions");
}

const DEFINITIONS = String.raw`\definecolor{input}{HTML}{0B6FB8}
\definecolor{kernel}{HTML}{985A00}
\definecolor{output}{HTML}{00795A}
\definecolor{gradient}{HTML}{A0448C}
\definecolor{inputground}{HTML}{E4F0FA}
\definecolor{kernelground}{HTML}{FDF0D9}
\definecolor{outputground}{HTML}{DEF3EC}
\definecolor{gradientground}{HTML}{F8E6F3}
\definecolor{soft}{gray}{.33}
\definecolor{hairline}{gray}{.55}
\newcommand\soft[1]{\textcolor{soft}{#1}}

% Pages: the name and the code above, the set below.
\pagestyle{fancy}
\fancyhf{}
\fancyhead[L]{\sheetfont\sheetname}
\fancyhead[R]{\sheetfont\texttt{\sheetcode}\hspace{1.2em}Page \thepage\ of \pageref{end:\sheetcode}}
\fancyfoot[C]{\footnotesize\soft{\setfoot}}
\newcommand\named[2]{\textbf{#1}\hspace{.9em}\soft{#2}}
\newcommand\unnamed{\hbox to .5\textwidth{Name\enspace\hrulefill}}
\raggedbottom
\sloppy

% \sheet{code}{size}{leading}{name}{facts} begins the page of a student, on the front of a leaf.
\newcommand\sheet[5]{%
  \clearpage
  \ifanswers\else\ifodd\value{page}\else
    \thispagestyle{empty}\vspace*{\fill}\centerline{\soft{This page is left blank.}}\vspace*{\fill}\clearpage
  \fi\fi
  \setcounter{page}{1}%
  \gdef\sheetcode{#1}\gdef\sheetname{#4}\gdef\sheetfont{\fontsize{#2}{#3}\selectfont}%
  \sheetfont\parindent=0pt\parskip=.5em\lineskiplimit=.15em\lineskip=.3em\tabcolsep=0pt\raggedright
  {\fontsize{1.7em}{2em}\selectfont\bfseries\settitle\par}%
  \soft{\setabout}\hfill\soft{#5}\par\setinstructions}
\newcommand\closesheet{\par\label{end:\sheetcode}}

% A question stays on one page if it fits on one; a working may be broken.
\newsavebox\questionbox
\newenvironment{question}[3]{%
  \par\addvspace{2.2em}%
  \setbox\questionbox=\vbox\bgroup\hsize=\textwidth\linewidth=\textwidth
  \makebox[1.9em][l]{\textbf{#1}}\textbf{#2}\hfill\soft{#3}\par\nobreak
  \leftskip=1.9em}{%
  \par\egroup
  \ifworking\unvbox\questionbox\else
    \ifdim\dimexpr\ht\questionbox+\dp\questionbox>\textheight\unvbox\else\box\fi\questionbox
  \fi}
\newcommand\displayline[1]{\par\hspace*{1em}#1\par}
\newcommand\displaypair[2]{\par\hspace*{1em}\makebox[.46\linewidth][l]{#1}#2\par}

% \plane{role}{name}{columns but the last}{width of a cell}{cells}, and the same to be filled in.
\newcolumntype{C}[1]{>{\color{black}\centering\arraybackslash}p{#1}}
\newcommand\under[2]{\begin{tabular}[t]{@{}l@{}}#1\\[.35em]#2\end{tabular}\hspace{1.6em}}
\newcommand\cells[4]{\renewcommand\arraystretch{#1}\color{hairline}\arrayrulewidth=.35pt
  \begin{tabular}[t]{@{}*{#2}{C{#3}|}C{#3}@{}}#4\end{tabular}}
\newcommand\plane[5]{\under{#2}{\fboxsep=0pt\fboxrule=1pt\fcolorbox{#1}{#1ground}{\cells{1.35}{#3}{#4}{#5}}}}
\newcommand\emptyplane[4]{\under{#1}{\fboxsep=0pt\fboxrule=.9pt\fbox{\cells{2.1}{#2}{#3}{#4}}}}
\newenvironment{planes}{\par\addvspace{.4em}\lineskip=.9em\lineskiplimit=.9em}{\par\addvspace{.4em}}

% Places for answers: a box with its label, a square to tick.
\newcommand\blank[1]{\raisebox{-.8em}{\fboxsep=0pt\fboxrule=.6pt\fbox{\rule{0pt}{2.3em}\hspace{#1}}}}
\newcommand\labelled[3]{\mbox{\soft{#1}\hspace{.7em}\blank{#2}\hspace{.6em}\soft{#3}}\hspace{1.6em}}
\newcommand\tick[1]{\parbox[t]{\dimexpr.5\linewidth-2em}{\raggedright\hangindent=1.7em\hangafter=1
  \makebox[1.7em][l]{\fboxsep=0pt\fboxrule=.6pt\raisebox{-.1em}{\fbox{\rule{0pt}{.85em}\hspace{.85em}}}}#1}\hspace{1.5em}}
\newcommand\room[1]{\par\nobreak\vskip#1\relax}

% The key and the working.
\newcommand\answer[1]{\par\addvspace{.7em}\soft{Answer}\par\nobreak #1\par}
\newcommand\also[1]{\par\soft{#1}\par}
\newcommand\step[2]{\par\addvspace{.9em}\soft{#1}\par\nobreak\vskip-.1em
  {\advance\leftskip by 2.8em\hspace*{-1.6em}#2\par}}
\newcommand\slip[2]{\par\hangindent=1.6em\hangafter=1 #1: \soft{#2}\par}`;
