import { it } from "vitest";
import { readExpression } from "@/lib/answer/read-expression";
import { readSize, readCount } from "@/lib/answer/read-size";
import { readSizes } from "@/lib/answer/read-sizes";
it("x", () => {
  const show = (r: any) => r.kind === "value" ? JSON.stringify(r.value) : `${r.code}@${r.at} ${r.message}`;
  const out: string[] = [];
  for (const t of ["(32-5+4)/1+1","3·5·5+1","3×5×5","2^10","2**10","⌊(7−3)/2⌋+1","floor((7-3)/2)+1","ceil(7/2)","sqrt(2)","50%","7 % 3","2(3+1)","k(k+1)","3 4","1,024","1,5","0,125","1 024","1_000","1.234,5","1,234.5","1,234,567","½","2½","2²","√2","√(9/4)","\\frac{3}{4}","\\lfloor 7/2 \\rfloor","3 \\times 5 \\cdot 5","2^{10}","25·3+1 = 76","25·3+1=75","y = 5","= 5","2^3^2","9^9^9^9","1/0","constructor","__proto__","(((","3+","3 + * 4","+5","--5","inf","-∞","nan","1e400","1e5","5.","min(3,4)","ln(2)","e^2","2pi","math.floor(7/2)","3x5x5","x","3//2","1/3","1 / 3","(1/3)*3","0.1+0.2","−4","5)","5; 3","10 000","", "   ","3·","a","\\frac{1}","\\frac{1}{2}+\\frac{1}{2}","2^-1","-2^2","(-8)^(1/3)","0^-1"]) out.push(`${t} => ${show(readExpression(t))}`);
  for (const t of ["9.2 kB","9.2kb","9.4 KB","9408","9408 B","9408 bytes","75264 bits","9.1875 KiB","0.009 MB","2352*4/1024 KiB","kB","9 parsecs","10 Mb","5 kilobytes","75 kbit","5 mbit","3 e", "9,2 kB","2 GiB","1 TB", "3 kibibytes","9.2 K"]) out.push(`${t} => ${show(readSize(t,"si"))}`);
  for (const t of ["760","760 parameters","768k","768k MACs","1.5 GFLOPs","61.1 million","9 kB","(3*5*5+1)*10","3 apples","1.5M params","138M"]) out.push(`${t} => ${show(readCount(t))}`);
  for (const t of ["32x32x10","(10, 32, 32)","10 × 32 × 32","torch.Size([1, 10, 32, 32])","[1,2","2 by 3","()","[]","","(10,)","32*32","a","TensorShape([1, 2])","2,,3"]) out.push(`${t} => ${show(readSizes(t))}`);
  console.log(out.join("\n"));
});
